import { Button, Group, Stack, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Printer, Scale } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClaim } from '../../../api/claims.ts';
import type { Debtor } from '../../../api/debtors.ts';
import type { CalendarDate } from '../../../api/shapes.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Section } from '../../../ui/layout/Section.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { Loaded } from '../../../ui/states/Loaded.tsx';
import { useFormat, useLocale } from '../../../ui/values/format.ts';
import { ClaimClocks } from './ClaimClocks.tsx';
import { ClaimLines } from './ClaimLines.tsx';
import { RecordLetter } from './RecordLetter.tsx';
import styles from './claim.module.css';

/** Why it is this much: the claim on a day, line by line, with the legal clock of its costs. */
export function ClaimOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const locale = useLocale();
  const [on, choose] = useState<CalendarDate | null>(null);
  const claim = useClaim(debtor.id, on);
  return (
    <Stack gap="md" className={styles.paper ?? ''}>
      <Group align="flex-end" justify="space-between" className={styles.tools ?? ''}>
        <DayInput label={t('claim.on')} value={on} onChange={choose} />
        <Group gap="xs">
          <RecordLetter debtorId={debtor.id} />
          <Button
            variant="default"
            leftSection={<Printer size={15} />}
            onClick={() => window.print()}
          >
            {t('claim.print')}
          </Button>
        </Group>
      </Group>
      <Loaded query={claim}>
        {(one) =>
          one.lines.length === 0 ? (
            <EmptyState icon={Scale} title={t('claim.empty')} />
          ) : (
            <>
              <Section title={t('claim.why', { day: format.day(one.on) })}>
                <ClaimLines claim={one} />
                {one.announcedCents > 0 && (
                  <Text mt="xs">
                    {t('claim.announced', { amount: format.money(one.announcedCents) })}
                  </Text>
                )}
                {one.remarks.map(({ code, sentence }) => (
                  <Text key={code} className="quiet" fz="sm" mt="xs">
                    {localize(sentence, locale)}
                  </Text>
                ))}
              </Section>
              <ClaimClocks claim={one} debtorId={debtor.id} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
