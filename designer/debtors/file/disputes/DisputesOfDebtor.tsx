import { Button, Group, Text } from '@mantine/core';
import { Plus, Scale } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dispute, useDisputesOf } from '../../../api/case-file.ts';
import type { Debtor } from '../../../api/debtors.ts';
import { useMayWrite } from '../../../api/rights.ts';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { Loaded } from '../../../ui/states/Loaded.tsx';
import { Instant } from '../../../ui/values/Day.tsx';
import { StateBadge } from '../../../ui/values/StateBadge.tsx';
import styles from '../file.module.css';
import { OpenDispute } from './OpenDispute.tsx';
import { SettleDispute } from './SettleDispute.tsx';

/** What this debtor contests; those invoices wait until it is settled. */
export function DisputesOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const disputes = useDisputesOf(debtor.id);
  const [isOpening, open] = useState(false);
  return (
    <>
      {mayWrite && debtor.openCents > 0 && (
        <Group justify="flex-end" mb="xs">
          <Button variant="default" leftSection={<Plus size={15} />} onClick={() => open(true)}>
            {t('disputes.open')}
          </Button>
        </Group>
      )}
      <Loaded query={disputes}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Scale} title={t('disputes.empty')} hint={t('disputes.emptyHint')} />
          ) : (
            rows.map((dispute) => <DisputeRow key={dispute.id} dispute={dispute} />)
          )
        }
      </Loaded>
      {isOpening && <OpenDispute debtor={debtor} onClose={() => open(false)} />}
    </>
  );
}

function DisputeRow({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [isSettling, settle] = useState(false);
  const { reason, openedAt, openedBy, settledAt, outcome, note, invoiceIds } = dispute;
  return (
    <div className={styles.record}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text>{reason}</Text>
          <Text className="quiet" fz="sm">
            <Instant at={openedAt} /> · {openedBy} ·{' '}
            {t('file.invoiceCount', { count: invoiceIds.length })}
          </Text>
          {note && <Text fz="sm">{note}</Text>}
        </div>
        <Group gap="xs">
          <StateBadge tone={settledAt ? 'good' : 'broken'}>
            {settledAt && outcome ? t(`disputes.outcomes.${outcome}`) : t('disputes.isOpen')}
          </StateBadge>
          {mayWrite && !settledAt && (
            <Button size="xs" variant="default" onClick={() => settle(true)}>
              {t('disputes.settle')}
            </Button>
          )}
        </Group>
      </Group>
      {isSettling && <SettleDispute dispute={dispute} onClose={() => settle(false)} />}
    </div>
  );
}
