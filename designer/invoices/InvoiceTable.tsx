import { Anchor, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceRow } from '../api/invoices.ts';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Day } from '../ui/values/Day.tsx';
import { Money } from '../ui/values/Money.tsx';
import { InvoiceDrawer } from './InvoiceDrawer.tsx';
import { InvoiceState } from './InvoiceState.tsx';

type InvoiceTableProps = {
  readonly invoices: readonly InvoiceRow[];
  readonly withDebtor?: boolean;
};

/** Invoices in rows; one opens at the side with its parts, documents and history. */
export function InvoiceTable({ invoices, withDebtor }: InvoiceTableProps) {
  const { t } = useTranslation();
  const [openId, open] = useState<string | null>(null);
  const columns: Column<InvoiceRow>[] = [
    {
      id: 'number',
      title: t('common.invoice'),
      cell: (invoice) => (
        <NumberCell
          invoice={invoice}
          withDebtor={withDebtor ?? false}
          onOpen={() => open(invoice.id)}
        />
      ),
    },
    {
      id: 'invoicedOn',
      title: t('invoices.invoicedOn'),
      isWide: true,
      cell: (invoice) => <Day on={invoice.invoicedOn} />,
    },
    {
      id: 'dueOn',
      title: t('invoices.dueOn'),
      isWide: true,
      cell: (one) => <Day on={one.dueOn} />,
    },
    { id: 'state', title: t('common.state'), cell: (one) => <InvoiceState invoice={one} /> },
    {
      id: 'total',
      title: t('invoices.total'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.totalCents} currency={one.currency} />,
    },
    {
      id: 'open',
      title: t('common.open'),
      isNumber: true,
      cell: (one) => <Money cents={one.openCents} currency={one.currency} quietZero />,
    },
  ];
  return (
    <>
      <RowTable
        caption={t('invoices.title')}
        rows={invoices}
        columns={columns}
        rowKey={(invoice) => invoice.id}
      />
      <InvoiceDrawer invoiceId={openId} onClose={() => open(null)} />
    </>
  );
}

type NumberCellProps = {
  readonly invoice: InvoiceRow;
  readonly withDebtor: boolean;
  readonly onOpen: () => void;
};

function NumberCell({ invoice, withDebtor, onOpen }: NumberCellProps) {
  return (
    <>
      <UnstyledButton
        fw={600}
        fz="inherit"
        mih={24}
        style={{ whiteSpace: 'nowrap' }}
        data-row-link
        onClick={onOpen}
        aria-haspopup="dialog"
      >
        {invoice.number}
      </UnstyledButton>
      {withDebtor && (
        <div>
          <Anchor
            component={Link}
            to="/debtors/$debtorId"
            params={{ debtorId: invoice.debtorId } as never}
            fz="sm"
            py={3}
            display="inline-block"
          >
            {invoice.debtorName}
          </Anchor>
        </div>
      )}
    </>
  );
}
