import { Button, Stack, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Administration } from '../../api/administrations.ts';
import { useCollectionTerms } from '../../api/collection-terms.ts';
import { useMayChangeSettings } from '../../api/rights.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Facts } from '../../ui/values/Facts.tsx';
import { useTellTerms } from './tell-terms.ts';
import { TermsForm } from './TermsForm.tsx';
import { TermsHistory } from './TermsHistory.tsx';

/** What the creditor agreed about costs and interest: what counts now, and every agreement that led there. */
export function TermsOfAdministration({ administration }: { administration: Administration }) {
  const { t } = useTranslation();
  const tell = useTellTerms();
  const mayChange = useMayChangeSettings();
  const [isAgreeing, agree] = useState(false);
  const found = useCollectionTerms(administration.id);
  return (
    <Section
      title={t('terms.title')}
      aside={
        mayChange && (
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            disabled={!found.data}
            onClick={() => agree(true)}
          >
            {t('terms.new')}
          </Button>
        )
      }
    >
      <Loaded query={found}>
        {({ terms, currentId, history }) => (
          <Stack gap="md" maw={760}>
            <Text className="quiet">{t(currentId ? 'terms.says' : 'terms.none')}</Text>
            <Facts rows={tell(terms)} />
            {history.length > 0 && <TermsHistory rows={history} currentId={currentId} />}
            {isAgreeing && (
              <TermsForm
                administration={administration}
                terms={terms}
                onClose={() => agree(false)}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
