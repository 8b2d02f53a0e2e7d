import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { cents, type Cents, subtractCents, sumCents, ZERO_CENTS } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BankLine, useBookLine } from '../api/bank.ts';
import { type InvoiceRow, useInvoices } from '../api/invoices.ts';
import { SearchField } from '../ui/lists/SearchField.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Money } from '../ui/values/Money.tsx';
import { suggestAmount } from './suggest-amount.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

type BookLineProps = {
  readonly line: BankLine;
  readonly onClose: () => void;
  /** After it was booked. */
  readonly onDone?: () => void;
};
type Amounts = Readonly<Record<string, Cents>>;

/** Books a received amount by hand on one or more open invoices; it must come out exactly. */
export function BookLine({ line, onClose, onDone }: BookLineProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState(line.counterpartyName ?? '');
  const [amounts, setAmounts] = useState<Amounts>(() => proposed(line));
  const book = useBookLine(t('bank.booked'));
  const left = subtractCents(line.amountCents, sumCents(Object.values(amounts)));

  const submit = () => {
    const allocations = Object.entries(amounts)
      .filter(([, amountCents]) => amountCents > 0)
      .map(([invoiceId, amountCents]) => ({ invoiceId, amountCents }));
    const onSuccess = () => {
      onClose();
      onDone?.();
    };
    book.mutate({ id: line.id, allocations }, { onSuccess });
  };
  return (
    <FormDialog
      title={t('bank.bookTitle')}
      action={t('bank.book')}
      isBusy={book.isPending}
      isReady={left >= 0 && left < line.amountCents}
      size="lg"
      aside={
        <Text role="status">
          {t('bank.left')} <Money cents={left} />
        </Text>
      }
      onClose={onClose}
      onSubmit={submit}
    >
      <div>
        <Text fw={600}>
          <Money cents={line.amountCents} currency={line.currency} /> · {line.counterpartyName}
        </Text>
        <Text className="quiet" fz="sm">
          {line.description}
        </Text>
      </div>
      <SearchField label={t('invoices.search')} value={search} onChange={setSearch} />
      <OpenInvoices
        search={search}
        line={line}
        amounts={amounts}
        left={left}
        onAmounts={setAmounts}
      />
    </FormDialog>
  );
}

const proposed = (line: BankLine): Amounts =>
  Object.fromEntries(line.proposal.map(({ invoiceId, amountCents }) => [invoiceId, amountCents]));

type OpenInvoicesProps = {
  readonly search: string;
  readonly line: BankLine;
  readonly amounts: Amounts;
  readonly left: Cents;
  readonly onAmounts: (amounts: Amounts) => void;
};

function OpenInvoices({ search, line, amounts, left, onAmounts }: OpenInvoicesProps) {
  const { t } = useTranslation();
  const invoices = useInvoices({ search, administrationId: line.administrationId });
  return (
    <Loaded query={invoices}>
      {(rows) => {
        if (rows.length === 0) return <Text className="quiet">{t('invoices.nothing')}</Text>;
        return (
          <Stack gap={6} mah={320} style={{ overflowY: 'auto' }}>
            {rows.map((invoice) => (
              <AllocationRow
                key={invoice.id}
                invoice={invoice}
                amount={amounts[invoice.id] ?? ZERO_CENTS}
                suggested={suggestAmount(left, invoice.openCents)}
                onAmount={(amount) => onAmounts({ ...amounts, [invoice.id]: amount })}
              />
            ))}
          </Stack>
        );
      }}
    </Loaded>
  );
}

type AllocationRowProps = {
  readonly invoice: InvoiceRow;
  readonly amount: Cents;
  readonly suggested: Cents;
  readonly onAmount: (amount: Cents) => void;
};

function AllocationRow({ invoice, amount, suggested, onAmount }: AllocationRowProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text>{invoice.number}</Text>
        <Text className="quiet" fz="sm">
          {invoice.debtorName} · <Money cents={invoice.openCents} currency={invoice.currency} />
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {amount === 0 && suggested > 0 && (
          <Button size="xs" variant="default" onClick={() => onAmount(suggested)}>
            <Money cents={suggested} />
          </Button>
        )}
        <NumberInput
          aria-label={t('bank.amountFor', { number: invoice.number })}
          w={130}
          size="xs"
          min={0}
          max={invoice.openCents / 100}
          decimalScale={2}
          fixedDecimalScale
          decimalSeparator=","
          thousandSeparator="."
          prefix="€ "
          hideControls
          value={amount / 100}
          onChange={(value) => onAmount(cents(Math.round(Number(value) * 100)))}
        />
      </Group>
    </Group>
  );
}
