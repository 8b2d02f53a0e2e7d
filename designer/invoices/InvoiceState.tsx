import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InvoiceRow } from '../api/invoices.ts';
import { StateBadge } from '../ui/values/StateBadge.tsx';

type Shown = Pick<InvoiceRow, 'state' | 'daysOverdue' | 'disputedAt' | 'costState' | 'paidOn'>;

/** How an invoice stands, in one or two words. */
export function InvoiceState({ invoice }: { invoice: Shown }) {
  const { t } = useTranslation();
  const { state, daysOverdue, disputedAt, costState, paidOn } = invoice;
  return (
    <Group gap={4}>
      {state === 'open' && <StateBadge tone="quiet">{t('invoices.notDue')}</StateBadge>}
      {state === 'overdue' && (
        <StateBadge tone="late">{t('invoices.daysLate', { count: daysOverdue })}</StateBadge>
      )}
      {state === 'closed' && (
        <StateBadge tone="good">{paidOn ? t('invoices.paid') : t('invoices.closed')}</StateBadge>
      )}
      {disputedAt && <StateBadge tone="broken">{t('invoices.disputed')}</StateBadge>}
      {state !== 'closed' && costState !== 'none' && (
        <StateBadge tone="plain">{t(`invoices.costs.${costState}`)}</StateBadge>
      )}
    </Group>
  );
}
