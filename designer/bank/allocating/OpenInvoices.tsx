import { type Cents, ZERO_CENTS } from '@inning/sdk';
import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvoiceRow, useInvoices } from '../../api/invoices.ts';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Money } from '../../ui/values/Money.tsx';
import type { Amounts } from './amounts.ts';

type Row = {
  readonly invoice: InvoiceRow;
  readonly amount: Cents;
  readonly onAmount: (amount: Cents) => void;
};
type OpenInvoicesProps = {
  readonly wanted: Parameters<typeof useInvoices>[0];
  readonly amounts: Amounts;
  readonly onAmounts: (amounts: Amounts) => void;
  /** Where the amount of a row is filled in. */
  readonly children: (row: Row) => ReactNode;
};

/** The open invoices that are wanted, each with what of a payment goes to it. */
export function OpenInvoices({ wanted, amounts, onAmounts, children }: OpenInvoicesProps) {
  const { t } = useTranslation();
  const invoices = useInvoices(wanted);
  return (
    <Loaded query={invoices}>
      {(rows) => {
        if (rows.length === 0) return <Text className="quiet">{t('invoices.nothing')}</Text>;
        return (
          <Stack gap={6} mah={320} style={{ overflowY: 'auto' }}>
            {rows.map((invoice) => (
              <Group key={invoice.id} justify="space-between" wrap="nowrap">
                <InvoiceWords invoice={invoice} />
                {children({
                  invoice,
                  amount: amounts[invoice.id] ?? ZERO_CENTS,
                  onAmount: (amount) => onAmounts({ ...amounts, [invoice.id]: amount }),
                })}
              </Group>
            ))}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function InvoiceWords({ invoice }: { readonly invoice: InvoiceRow }) {
  return (
    <div>
      <Text>{invoice.number}</Text>
      <Text className="quiet" fz="sm">
        {invoice.debtorName} · <Money cents={invoice.openCents} currency={invoice.currency} />
      </Text>
    </div>
  );
}
