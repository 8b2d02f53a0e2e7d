import { Group, Switch } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../api/debtors.ts';
import { useInvoicesOf } from '../../api/invoices.ts';
import { InvoiceTable } from '../../invoices/InvoiceTable.tsx';
import { MoreRows } from '../../ui/lists/MoreRows.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';

export function InvoicesOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const [withHistory, show] = useState(false);
  const invoices = useInvoicesOf(debtor.id, withHistory);
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <Switch
          label={t('invoices.withHistory')}
          checked={withHistory}
          onChange={({ currentTarget }) => show(currentTarget.checked)}
        />
      </Group>
      <Loaded query={invoices}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={FileText} title={t('invoices.empty')} />
          ) : (
            <>
              <InvoiceTable invoices={rows} />
              <MoreRows query={invoices} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
