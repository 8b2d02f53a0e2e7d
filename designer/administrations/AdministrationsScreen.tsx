import { Group, Text } from '@mantine/core';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Administration, useAdministrations } from '../api/administrations.ts';
import { type LastRun, useOverview } from '../api/overview.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { SideBySide } from '../ui/layout/SideBySide.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { LateRunBadge, SinceRun } from '../ui/LastRun.tsx';
import { PauseBadge } from '../ui/PauseBadge.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useAdministrationNames } from '../ui/values/administration-names.ts';
import { Instant } from '../ui/values/Day.tsx';
import { StateBadge } from '../ui/values/StateBadge.tsx';

/** The sets of books: those that were looked at longest ago come first. */
export function AdministrationsScreen() {
  const { t } = useTranslation();
  const administrations = useAdministrations();
  const { administrationId } = useParams({ strict: false });
  return (
    <Screen title={t('administrations.title')} help={t('administrations.help')}>
      <Loaded query={administrations}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Building2} title={t('administrations.empty')} />
          ) : (
            <SideBySide
              list={<AdministrationTable rows={rows} openId={administrationId ?? null} />}
              detail={administrationId ? <Outlet /> : null}
            />
          )
        }
      </Loaded>
    </Screen>
  );
}

type AdministrationTableProps = {
  readonly rows: readonly Administration[];
  readonly openId: string | null;
};

function AdministrationTable({ rows, openId }: AdministrationTableProps) {
  const { t } = useTranslation();
  const { creditorOf } = useAdministrationNames();
  const runOf = useLastRuns();
  const name: Column<Administration> = {
    id: 'name',
    title: t('common.administration'),
    cell: (one) => (
      <>
        <Link
          to="/administrations/$administrationId"
          params={{ administrationId: one.id }}
          data-row-link
        >
          {one.name}
        </Link>
        <Text className="quiet" fz="sm">
          {creditorOf(one.id)}
        </Text>
      </>
    ),
  };
  const others: Column<Administration>[] = [
    {
      id: 'state',
      title: t('common.state'),
      cell: (one) => <StateCell administration={one} run={runOf(one)} />,
    },
    {
      id: 'lastRun',
      title: t('administrations.lastRun'),
      cell: (one) => {
        const run = runOf(one);
        return run ? <SinceRun run={run} /> : <Instant at={one.lastRunAt} />;
      },
    },
    {
      id: 'bank',
      title: t('administrations.bankFeed'),
      isWide: true,
      cell: (one) =>
        one.bankFeedAt === null ? t('common.never') : <Instant at={one.bankFeedAt} />,
    },
  ];
  return (
    <RowTable
      caption={t('administrations.title')}
      rows={longestAgoFirst(rows)}
      columns={openId === null ? [name, ...others] : [name]}
      rowKey={(one) => one.id}
      isActive={(one) => one.id === openId}
    />
  );
}

type StateCellProps = {
  readonly administration: Administration;
  readonly run: LastRun | undefined;
};

function StateCell({ administration, run }: StateCellProps) {
  const { t } = useTranslation();
  const isFine = run?.runState === 'on-time' && !administration.testMode;
  return (
    <Group gap={4}>
      <PauseBadge pause={administration} />
      {run && <LateRunBadge run={run} />}
      {administration.testMode && <StateBadge tone="late">{t('common.testMode')}</StateBadge>}
      {isFine && <StateBadge tone="good">{t('administrations.runs')}</StateBadge>}
    </Group>
  );
}

/** How long ago each was run; nothing as long as that is not known. */
function useLastRuns(): (administration: Administration) => LastRun | undefined {
  const runs = new Map(useOverview().data?.administrations.map((one) => [one.id, one]));
  return ({ id }) => runs.get(id);
}

function longestAgoFirst(rows: readonly Administration[]): Administration[] {
  return [...rows].sort((a, b) => (a.lastRunAt ?? '').localeCompare(b.lastRunAt ?? ''));
}
