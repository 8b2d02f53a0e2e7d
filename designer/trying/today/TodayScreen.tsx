import { Anchor, Button, Chip, Group, Progress, Select, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarCheck2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayGroup, type Today, useDebtorsToday } from '../../api/dry-run.ts';
import { useFlows } from '../../api/flows.ts';
import { AdministrationSelect } from '../../ui/AdministrationSelect.tsx';
import { Screen } from '../../ui/layout/Screen.tsx';
import { SearchField } from '../../ui/lists/SearchField.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { useAdministrationNames } from '../../ui/values/administration-names.ts';
import { Day } from '../../ui/values/Day.tsx';
import { useFormat, useLocale } from '../../ui/values/format.ts';
import { chooseDebtors, countGroups } from './group-today.ts';
import { TodayTable } from './TodayTable.tsx';

type Chosen = {
  readonly administrationId: string | null;
  readonly flowId: string | null;
  readonly group?: DayGroup;
  readonly search?: string;
};

/** What the published flows would do today, debtor by debtor. Looking sends nothing. */
export function TodayScreen() {
  const { t } = useTranslation();
  const chosen = useChosen();
  const today = useDebtorsToday(chosen.administrationId, chosen.flowId);
  const { hasNextPage, isFetching, isFetchingNextPage, isError, fetchNextPage } = today;
  // Page after page, until everybody was looked at.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return (
    <Screen
      title={t('today.title')}
      help={t('today.help')}
      filters={<Filters chosen={chosen} />}
      action={
        chosen.administrationId !== null && (
          <Button variant="default" loading={isFetching} onClick={() => void today.refetch()}>
            {t('today.again')}
          </Button>
        )
      }
    >
      {chosen.administrationId === null ? (
        <EmptyState icon={CalendarCheck2} title={t('today.choose')} hint={t('today.chooseHint')} />
      ) : (
        <Loaded query={today}>
          {(read) => (
            <>
              {hasNextPage && <HowFar today={read} />}
              {isError && <ErrorState error={today.error} retry={() => void fetchNextPage()} />}
              <Told today={read} chosen={chosen} isWhole={!hasNextPage} />
            </>
          )}
        </Loaded>
      )}
    </Screen>
  );
}

/** What the address says; with one administration there is nothing to choose. */
function useChosen(): Chosen {
  const { administrationId, flowId, ...rest } = useSearch({ from: '/flows/today' });
  const { administrations } = useAdministrationNames();
  const only = administrations.length === 1 ? (administrations[0]?.id ?? null) : null;
  return { ...rest, administrationId: administrationId || only, flowId: flowId || null };
}

type Change = { readonly [K in keyof Chosen]?: string | undefined };

function useChoose() {
  const navigate = useNavigate();
  return (change: Change) =>
    void navigate({
      to: '/flows/today',
      search: ((now: object) => ({ ...now, ...change })) as never,
      replace: true,
    });
}

function Filters({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const flows = useFlows().data ?? [];
  const choose = useChoose();
  return (
    <>
      {chosen.flowId ? (
        <Anchor component={Link} to="/flows/$flowId" params={{ flowId: chosen.flowId } as never}>
          {t('trying.back')}
        </Anchor>
      ) : (
        <Anchor component={Link} to="/flows">
          {t('flows.all')}
        </Anchor>
      )}
      <AdministrationSelect
        value={chosen.administrationId}
        onChange={(id) => choose({ administrationId: id ?? undefined })}
      />
      <Select
        aria-label={t('common.flow')}
        w={{ base: '100%', xs: 220 }}
        allowDeselect={false}
        value={chosen.flowId ?? ''}
        onChange={(id) => choose({ flowId: id || undefined })}
        data={[
          { value: '', label: t('flows.all') },
          ...flows.map(({ id, name }) => ({ value: id, label: localize(name, locale) })),
        ]}
      />
      <SearchField
        label={t('today.search')}
        value={chosen.search ?? ''}
        onChange={(search) => choose({ search: search || undefined })}
      />
    </>
  );
}

/** A long look says how far it is. */
function HowFar({ today: { lookedAt, debtorCount } }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = t('today.lookedAt', {
    count: debtorCount,
    seen: format.count(lookedAt),
    all: format.count(debtorCount),
  });
  return (
    <div role="status">
      <Text fz="sm">{words}</Text>
      <Progress
        value={debtorCount === 0 ? 0 : (100 * lookedAt) / debtorCount}
        aria-label={words}
        my={6}
      />
    </div>
  );
}

type ToldProps = { readonly today: Today; readonly chosen: Chosen; readonly isWhole: boolean };

function Told({ today, chosen, isWhole }: ToldProps) {
  const { t } = useTranslation();
  const shown = chooseDebtors(today.debtors, chosen);
  if (today.debtors.length === 0 && isWhole) {
    return <EmptyState icon={CalendarCheck2} title={t('today.nobody')} />;
  }
  return (
    <>
      <Text mb="xs">
        <Day on={today.on} /> · {t('today.count', { count: today.debtors.length })}
      </Text>
      <Groups today={today} chosen={chosen} />
      {shown.length === 0 && isWhole ? (
        <EmptyState title={t('today.nothing')} hint={t('today.nothingHint')} />
      ) : (
        <TodayTable key={`${chosen.group} ${chosen.search} ${chosen.flowId}`} debtors={shown} />
      )}
    </>
  );
}

const EVERY = 'every';

function Groups({ today, chosen }: { today: Today; chosen: Chosen }) {
  const { t } = useTranslation();
  const format = useFormat();
  const choose = useChoose();
  return (
    <Chip.Group
      value={chosen.group ?? EVERY}
      onChange={(group) => choose({ group: group === EVERY ? undefined : String(group) })}
    >
      <Group gap={6} mb="sm" role="radiogroup" aria-label={t('today.groups')}>
        <Chip value={EVERY} size="sm">
          {t('common.all')}
        </Chip>
        {countGroups(today.debtors).map(({ group, count }) => (
          <Chip key={group} value={group} size="sm">
            {t(`today.group.${group}`)} {format.count(count)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
