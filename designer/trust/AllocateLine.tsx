import { type Cents, cents, minCents, subtractCents, sumCents, ZERO_CENTS } from '@inning/sdk';
import { Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvoiceRow, useInvoices } from '../api/invoices.ts';
import { type TrustLine, useAllocate } from '../api/trust.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { SearchField } from '../ui/lists/SearchField.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Money } from '../ui/values/Money.tsx';

type AllocateLineProps = { readonly line: TrustLine; readonly onClose: () => void };
type Amounts = Readonly<Record<string, Cents>>;

/** Books a receipt on open invoices of any creditor; what is left over stays unallocated. */
export function AllocateLine({ line, onClose }: AllocateLineProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [amounts, setAmounts] = useState<Amounts>(() =>
    Object.fromEntries(line.proposal.map((part) => [part.invoiceId, part.amountCents])),
  );
  const allocate = useAllocate(t('trust.allocated'));
  const left = subtractCents(line.openCents, sumCents(Object.values(amounts)));
  const allocations = Object.entries(amounts)
    .filter(([, amountCents]) => amountCents > 0)
    .map(([invoiceId, amountCents]) => ({ invoiceId, amountCents }));
  return (
    <FormDialog
      title={t('trust.allocateTitle')}
      action={t('trust.allocate')}
      isBusy={allocate.isPending}
      isReady={left >= 0 && allocations.length > 0}
      size="lg"
      aside={
        <Text role="status">
          {t('bank.left')} <Money cents={left} />
        </Text>
      }
      onClose={onClose}
      onSubmit={() => allocate.mutate({ id: line.id, allocations }, { onSuccess: onClose })}
    >
      <Text>
        <Money cents={line.openCents} /> · {line.counterpartyName}
        <Text span className="quiet" fz="sm" display="block">
          {line.description}
        </Text>
      </Text>
      <SearchField label={t('invoices.search')} value={search} onChange={setSearch} />
      <OpenInvoices search={search} amounts={amounts} left={left} onAmounts={setAmounts} />
    </FormDialog>
  );
}

type OpenInvoicesProps = {
  readonly search: string;
  readonly amounts: Amounts;
  readonly left: Cents;
  readonly onAmounts: (amounts: Amounts) => void;
};

function OpenInvoices({ search, amounts, left, onAmounts }: OpenInvoicesProps) {
  const { t } = useTranslation();
  const invoices = useInvoices({ search });
  return (
    <Loaded query={invoices}>
      {(rows) =>
        rows.length === 0 ? (
          <Text className="quiet">{t('invoices.nothing')}</Text>
        ) : (
          <Stack gap={6} mah={320} style={{ overflowY: 'auto' }}>
            {rows.map((invoice) => (
              <AmountRow
                key={invoice.id}
                invoice={invoice}
                amount={amounts[invoice.id] ?? ZERO_CENTS}
                left={left}
                onAmount={(amount) => onAmounts({ ...amounts, [invoice.id]: amount })}
              />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

type AmountRowProps = {
  readonly invoice: InvoiceRow;
  readonly amount: Cents;
  readonly left: Cents;
  readonly onAmount: (amount: Cents) => void;
};

/** Going into an empty field fills in what fits. */
function AmountRow({ invoice, amount, left, onAmount }: AmountRowProps) {
  const { t } = useTranslation();
  const fits = minCents(left, invoice.openCents);
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text>{invoice.number}</Text>
        <Text className="quiet" fz="sm">
          {invoice.debtorName} · <Money cents={invoice.openCents} currency={invoice.currency} />
        </Text>
      </div>
      <NumberInput
        aria-label={t('bank.amountFor', { number: invoice.number })}
        w={130}
        min={0}
        max={invoice.openCents / 100}
        decimalScale={2}
        fixedDecimalScale
        decimalSeparator=","
        thousandSeparator="."
        prefix="€ "
        hideControls
        value={amount / 100}
        onFocus={() => amount === 0 && fits > 0 && onAmount(fits)}
        onChange={(value) => onAmount(cents(Math.round(Number(value) * 100)))}
      />
    </Group>
  );
}
