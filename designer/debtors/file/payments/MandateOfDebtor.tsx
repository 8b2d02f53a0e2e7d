import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Mandate, useEndMandate, useMandateOf } from '../../../api/mandates.ts';
import { useMayWrite } from '../../../api/rights.ts';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { Instant } from '../../../ui/values/Day.tsx';
import { CollectForm } from './CollectForm.tsx';
import styles from '../file.module.css';

/** Whether amounts may be collected from the account of this debtor; nothing where that was never given. */
export function MandateOfDebtor({ debtorId }: { debtorId: string }) {
  const { t } = useTranslation();
  const mandate = useMandateOf(debtorId).data?.mandate;
  if (!mandate) return null;
  const { stopReason } = mandate;
  const reason = stopReason === 'returned' ? t('mandate.returned') : stopReason;
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {t('mandate.title')}
      </Title>
      <div className={styles.record}>
        {mandate.state === 'valid' ? (
          <Valid debtorId={debtorId} mandate={mandate} />
        ) : (
          <Text>{t('mandate.stopped', { reason })}</Text>
        )}
      </div>
    </section>
  );
}

function Valid({ debtorId, mandate }: { debtorId: string; mandate: Mandate }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [isCollecting, collect] = useState(false);
  const end = useEndMandate(debtorId, t('mandate.ended'));
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Text fw={600}>{t('mandate.given', { account: mandate.account ?? '' })}</Text>
        {mandate.validSince && (
          <Text className="quiet" fz="sm">
            {t('mandate.since')} <Instant at={mandate.validSince} />
          </Text>
        )}
      </div>
      {mayWrite && (
        <Group gap="xs">
          <Button size="xs" onClick={() => collect(true)}>
            {t('mandate.collect')}
          </Button>
          <ReasonButton
            action={t('mandate.end')}
            title={t('mandate.end')}
            says={t('mandate.endSays')}
            isBusy={end.isPending}
            onReason={(reason, whenDone) => end.mutate(reason, whenDone)}
          />
        </Group>
      )}
      {isCollecting && (
        <CollectForm
          debtorId={debtorId}
          account={mandate.account ?? ''}
          onClose={() => collect(false)}
        />
      )}
    </Group>
  );
}
