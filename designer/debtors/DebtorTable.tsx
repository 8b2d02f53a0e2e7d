import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DebtorRow } from '../api/debtors.ts';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { useAdministrationNames } from '../ui/values/administration-names.ts';
import { Day } from '../ui/values/Day.tsx';
import { Money } from '../ui/values/Money.tsx';
import { StateBadge } from '../ui/values/StateBadge.tsx';

type DebtorTableProps = { readonly debtors: readonly DebtorRow[]; readonly openId: string | null };

/** Beside an open file only the name and the amount are left. */
export function DebtorTable({ debtors, openId }: DebtorTableProps) {
  const { t } = useTranslation();
  const { nameOf } = useAdministrationNames();
  const name: Column<DebtorRow> = {
    id: 'name',
    title: t('common.debtor'),
    cell: (debtor) => (
      <>
        <Link to="/debtors/$debtorId" params={{ debtorId: debtor.id }} search={true} data-row-link>
          {debtor.name}
        </Link>
        <Text className="quiet" fz="sm">
          {[debtor.number, debtor.city].filter(Boolean).join(' · ')}
        </Text>
      </>
    ),
  };
  const open: Column<DebtorRow> = {
    id: 'open',
    // Interest that grew since, and costs that the law allows by now, stand in the file.
    title: t('debtors.booked'),
    isNumber: true,
    cell: (debtor) => <Money cents={debtor.openCents} quietZero />,
  };
  const between: Column<DebtorRow>[] = [
    {
      id: 'administration',
      title: t('common.administration'),
      isWide: true,
      cell: (debtor) => nameOf(debtor.administrationId),
    },
    { id: 'state', title: t('common.state'), cell: (debtor) => <DebtorStateBadge of={debtor} /> },
    {
      id: 'oldest',
      title: t('debtors.oldestDue'),
      isWide: true,
      cell: (debtor) => <Day on={debtor.oldestDueOn} />,
    },
    {
      id: 'overdue',
      title: t('common.overdue'),
      isNumber: true,
      isWide: true,
      cell: (debtor) => <Money cents={debtor.overdueCents} quietZero />,
    },
  ];
  return (
    <RowTable
      caption={t('debtors.title')}
      rows={debtors}
      columns={openId === null ? [name, ...between, open] : [name, open]}
      rowKey={(debtor) => debtor.id}
      isActive={(debtor) => debtor.id === openId}
    />
  );
}

function DebtorStateBadge({ of }: { of: DebtorRow }) {
  const { t } = useTranslation();
  const [flag] = of.activeFlags;
  if (flag) return <StateBadge tone="broken">{t(`flags.names.${flag}`)}</StateBadge>;
  if (of.isPaused) return <StateBadge tone="paused">{t('common.paused')}</StateBadge>;
  if (of.overdueCents > 0) return <StateBadge tone="late">{t('common.overdue')}</StateBadge>;
  if (of.openCents > 0) return <StateBadge tone="quiet">{t('common.open')}</StateBadge>;
  return <StateBadge tone="good">{t('debtors.allPaid')}</StateBadge>;
}
