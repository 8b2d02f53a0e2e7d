import { SegmentedControl } from '@mantine/core';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type DebtorState, useDebtors } from '../api/debtors.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { SideBySide } from '../ui/layout/SideBySide.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { SearchField } from '../ui/lists/SearchField.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { DebtorTable } from './DebtorTable.tsx';

const STATES: readonly DebtorState[] = ['overdue', 'open', 'paused', 'no-flow', 'all'];

/** Who owes, found by name, number or place; the file opens beside the list. */
export function DebtorsScreen() {
  const { t } = useTranslation();
  const { debtorId } = useParams({ strict: false });
  return (
    <Screen
      title={t('debtors.title')}
      help={t('debtors.help')}
      filters={<DebtorFilters />}
      hasDetail={debtorId !== undefined}
    >
      <SideBySide
        list={<DebtorList openId={debtorId ?? null} />}
        detail={debtorId ? <Outlet /> : null}
      />
    </Screen>
  );
}

function useChosen() {
  // The address of an open file adds its own words, which are no part of this question.
  const { search, administrationId, state } = useSearch({ from: '/debtors' });
  // Who searches means anybody; who just looks means those who owe.
  return { search, administrationId, state: state ?? (search ? 'all' : 'open') };
}

function DebtorFilters() {
  const { t } = useTranslation();
  const chosen = useChosen();
  const navigate = useNavigate();
  // Here: with a file open, that file stays open.
  const choose = (change: { search?: string; administrationId?: string; state?: DebtorState }) =>
    void navigate({ to: '.', search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <>
      <SearchField
        label={t('debtors.search')}
        value={chosen.search ?? ''}
        onChange={(text) => choose({ search: text })}
      />
      <AdministrationSelect
        withAll
        value={chosen.administrationId ?? null}
        onChange={(id) => choose({ administrationId: id ?? '' })}
      />
      <SegmentedControl
        aria-label={t('common.state')}
        value={chosen.state}
        data={STATES.map((value) => ({ value, label: t(`debtors.states.${value}`) }))}
        onChange={(value) => choose({ state: value as DebtorState })}
      />
    </>
  );
}

function DebtorList({ openId }: { openId: string | null }) {
  const { t } = useTranslation();
  const chosen = useChosen();
  const debtors = useDebtors(chosen);
  const isFiltered = Boolean(chosen.search ?? chosen.administrationId) || chosen.state !== 'open';
  return (
    <Loaded query={debtors}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState
            icon={Users}
            title={isFiltered ? t('debtors.nothing') : t('debtors.empty')}
            hint={isFiltered ? t('debtors.nothingHint') : t('debtors.emptyHint')}
          />
        ) : (
          <>
            <DebtorTable debtors={rows} openId={openId} />
            <MoreRows query={debtors} />
          </>
        )
      }
    </Loaded>
  );
}
