import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Landmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BankLineState, useBankLines } from '../api/bank.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { BankLineTable } from './BankLineTable.tsx';

const STATES = ['unmatched', 'plausible', 'matched', 'ignored'] as const;

/** What the bank says came in; what no invoice could be found for is booked here by hand. */
export function BankScreen() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/bank' });
  const navigate = useNavigate({ from: '/bank' });
  const state: BankLineState = search.state ?? 'unmatched';
  const lines = useBankLines({ ...search, state });
  return (
    <Screen
      title={t('bank.title')}
      help={t('bank.help')}
      filters={
        <>
          <AdministrationSelect
            withAll
            value={search.administrationId ?? null}
            onChange={(id) =>
              void navigate({
                search: (now) => ({ ...now, administrationId: id ?? '' }),
                replace: true,
              })
            }
          />
          <SegmentedControl
            aria-label={t('common.state')}
            value={state}
            data={STATES.map((value) => ({ value, label: t(`bank.states.${value}`) }))}
            onChange={(value) =>
              void navigate({
                search: (now) => ({ ...now, state: value as (typeof STATES)[number] }),
                replace: true,
              })
            }
          />
        </>
      }
    >
      <Loaded query={lines}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={Landmark}
              title={t(`bank.none.${search.state ?? 'unmatched'}`)}
              hint={t('bank.emptyHint')}
            />
          ) : (
            <>
              <BankLineTable lines={rows} />
              <MoreRows query={lines} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
