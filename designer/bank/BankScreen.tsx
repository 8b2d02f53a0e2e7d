import { Select, SegmentedControl, Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Landmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBankLines } from '../api/bank.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { SearchField } from '../ui/lists/SearchField.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { BankAccounts } from './accounts/BankAccounts.tsx';
import { LearnedFacts } from './accounts/LearnedFacts.tsx';
import { Statements } from './accounts/Statements.tsx';
import { BankLineTable } from './BankLineTable.tsx';
import { BankConnections } from './connections/BankConnections.tsx';
import { WorkList } from './work/WorkList.tsx';

const VIEWS = ['work', 'lines', 'accounts', 'statements', 'learned'] as const;
const STATES = ['unmatched', 'plausible', 'matched', 'ignored'] as const;

/** Money that came in: what waits for a person, every line, the accounts, and what was learned. */
export function BankScreen() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/bank' });
  const choose = useChoose();
  const view = search.view ?? 'work';
  return (
    <Screen title={t('bank.title')} help={t('bankWork.help')} filters={<BankFilters />}>
      <Tabs
        value={view}
        onChange={(value) => choose({ view: value ?? 'work' })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {VIEWS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {value === 'statements' ? t('bankStatements.title') : t(`bankWork.views.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="work">
          <WorkList administrationId={search.administrationId} />
        </Tabs.Panel>
        <Tabs.Panel value="lines">
          <Lines />
        </Tabs.Panel>
        <Tabs.Panel value="accounts">
          <Stack gap="xl">
            <BankAccounts administrationId={search.administrationId} />
            <BankConnections administrationId={search.administrationId} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="statements">
          <Statements administrationId={search.administrationId} />
        </Tabs.Panel>
        <Tabs.Panel value="learned">
          <LearnedFacts administrationId={search.administrationId} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}

function useChoose() {
  const navigate = useNavigate({ from: '/bank' });
  return (change: Record<string, string>) =>
    void navigate({ search: (now) => ({ ...now, ...change }) as never, replace: true });
}

const EVERY = 'every';

function BankFilters() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/bank' });
  const choose = useChoose();
  return (
    <>
      <AdministrationSelect
        withAll
        value={search.administrationId ?? null}
        onChange={(id) => choose({ administrationId: id ?? '' })}
      />
      {search.view === 'lines' && (
        <>
          <SegmentedControl
            aria-label={t('common.state')}
            value={search.state ?? EVERY}
            data={[
              { value: EVERY, label: t('bankWork.every') },
              ...STATES.map((value) => ({ value, label: t(`bank.states.${value}`) })),
            ]}
            onChange={(value) => choose({ state: value === EVERY ? '' : value })}
          />
          <Select
            aria-label={t('bankWork.decidedBy')}
            value={search.decidedBy ?? EVERY}
            data={[
              { value: EVERY, label: t('bankWork.byAnybody') },
              { value: 'system', label: t('bankWork.byItself') },
              { value: 'person', label: t('bankWork.byPerson') },
            ]}
            onChange={(value) => choose({ decidedBy: value === EVERY ? '' : (value ?? '') })}
            w={{ base: '100%', xs: 170 }}
          />
          <SearchField
            label={t('bankWork.search')}
            value={search.search ?? ''}
            onChange={(value) => choose({ search: value })}
          />
        </>
      )}
    </>
  );
}

function Lines() {
  const { t } = useTranslation();
  const { view: _view, ...search } = useSearch({ from: '/bank' });
  const lines = useBankLines(search);
  return (
    <Loaded query={lines}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={Landmark} title={t('bankWork.noLines')} hint={t('bank.emptyHint')} />
        ) : (
          <>
            <BankLineTable lines={rows} />
            <MoreRows query={lines} />
          </>
        )
      }
    </Loaded>
  );
}
