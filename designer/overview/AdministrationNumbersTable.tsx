import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AdministrationNumbers } from '../api/overview.ts';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { LateRunBadge, SinceRun } from '../ui/LastRun.tsx';
import { PauseBadge } from '../ui/PauseBadge.tsx';
import { useFormat } from '../ui/values/format.ts';
import { Money } from '../ui/values/Money.tsx';
import { StateBadge } from '../ui/values/StateBadge.tsx';
import styles from './overview.module.css';

type Row = AdministrationNumbers;

/**
 * One line for each set of books: what is open, what runs, what waits for a person. The server puts
 * first what the flows got through longest ago.
 */
export function AdministrationNumbersTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <RowTable
      caption={t('overview.perAdministration')}
      rows={rows}
      columns={useColumns()}
      rowKey={(one) => one.id}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      id: 'name',
      title: t('common.administration'),
      cell: (one) => <NameCell of={one} />,
    },
    {
      id: 'open',
      title: t('common.open'),
      isNumber: true,
      cell: (one) => <Money cents={one.openCents} quietZero />,
    },
    {
      id: 'overdue',
      title: t('common.overdue'),
      isNumber: true,
      cell: (one) => <Money cents={one.overdueCents} quietZero />,
    },
    {
      id: 'waiting',
      title: t('overview.columns.waiting'),
      isNumber: true,
      isWide: true,
      cell: (one) => format.count(one.waitingCount),
    },
    {
      id: 'sent',
      title: t('overview.columns.sentToday'),
      isNumber: true,
      isWide: true,
      cell: (one) => format.count(one.sentTodayCount),
    },
    {
      id: 'tasks',
      title: t('overview.columns.tasksDue'),
      isNumber: true,
      isWide: true,
      cell: (one) => (
        <Link to="/tasks" search={{ administrationId: one.id }}>
          {format.count(one.tasksDueCount)}
        </Link>
      ),
    },
    {
      id: 'lastRun',
      title: t('administrations.lastRun'),
      isWide: true,
      cell: (one) => <SinceRun run={one} />,
    },
  ];
}

function NameCell({ of: one }: { of: Row }) {
  const { t } = useTranslation();
  return (
    <>
      <Link
        to="/administrations/$administrationId"
        params={{ administrationId: one.id }}
        data-row-link
      >
        {one.name}
      </Link>
      <Text className="quiet" fz="sm">
        {one.creditorName}
      </Text>
      <Text className={styles.whereNarrow ?? ''} fz="sm">
        {t('runs.since')}: <SinceRun run={one} />
      </Text>
      <Group gap={4}>
        <PauseBadge pause={one} />
        <LateRunBadge run={one} />
        {one.withoutFlowCount > 0 && (
          <Link to="/debtors" search={{ administrationId: one.id, state: 'no-flow' }}>
            <StateBadge tone="late">
              {t('treated.none', { count: one.withoutFlowCount })}
            </StateBadge>
          </Link>
        )}
        {one.testMode && <StateBadge tone="late">{t('common.testMode')}</StateBadge>}
      </Group>
    </>
  );
}
