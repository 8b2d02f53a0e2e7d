import { Switch } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useInvoices } from '../api/invoices.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { SearchField } from '../ui/lists/SearchField.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { InvoiceTable } from './InvoiceTable.tsx';

/** Invoices over all debtors: the open ones, or with history everything there ever was. */
export function InvoicesScreen() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/invoices' });
  const navigate = useNavigate({ from: '/invoices' });
  const invoices = useInvoices(search);
  const isChosen = Boolean(search.search ?? search.administrationId ?? search.history);
  const choose = (change: typeof search) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });

  return (
    <Screen
      title={t('invoices.title')}
      help={t('invoices.help')}
      filters={
        <>
          <SearchField
            label={t('invoices.search')}
            value={search.search ?? ''}
            onChange={(text) => choose({ search: text })}
          />
          <AdministrationSelect
            withAll
            value={search.administrationId ?? null}
            onChange={(id) => choose({ administrationId: id ?? '' })}
          />
          <Switch
            label={t('invoices.withHistory')}
            checked={search.history === 'true'}
            onChange={({ currentTarget }) =>
              void navigate({
                search: ({ history: _, ...rest }) =>
                  currentTarget.checked ? { ...rest, history: 'true' } : rest,
                replace: true,
              })
            }
          />
        </>
      }
    >
      <Loaded query={invoices}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={FileText}
              title={isChosen ? t('invoices.nothing') : t('invoices.empty')}
              hint={isChosen ? t('invoices.nothingHint') : t('invoices.emptyHint')}
            />
          ) : (
            <>
              <InvoiceTable invoices={rows} withDebtor />
              <MoreRows query={invoices} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
