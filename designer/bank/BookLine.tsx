import { Button, Group, Text } from '@mantine/core';
import { type Cents, subtractCents, sumCents } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BankLine, useBookLine } from '../api/bank.ts';
import { SearchField } from '../ui/lists/SearchField.tsx';
import { Money } from '../ui/values/Money.tsx';
import { AmountInput } from './allocating/AmountInput.tsx';
import { allocationsOf, proposedAmounts } from './allocating/amounts.ts';
import { OpenInvoices } from './allocating/OpenInvoices.tsx';
import { suggestAmount } from './suggest-amount.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

type BookLineProps = {
  readonly line: BankLine;
  readonly onClose: () => void;
  /** After it was booked. */
  readonly onDone?: () => void;
};

/** Books a received amount by hand on one or more open invoices; it must come out exactly. */
export function BookLine({ line, onClose, onDone }: BookLineProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState(line.counterpartyName ?? '');
  const [amounts, setAmounts] = useState(() => proposedAmounts(line.proposal));
  const book = useBookLine(t('bank.booked'));
  const left = subtractCents(line.amountCents, sumCents(Object.values(amounts)));

  const submit = () => {
    const allocations = allocationsOf(amounts);
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
        wanted={{ search, administrationId: line.administrationId }}
        amounts={amounts}
        onAmounts={setAmounts}
      >
        {(row) => (
          <SuggestedInput {...row} suggested={suggestAmount(left, row.invoice.openCents)} />
        )}
      </OpenInvoices>
    </FormDialog>
  );
}

type SuggestedInputProps = Omit<Parameters<typeof AmountInput>[0], 'size' | 'onFocus'> & {
  readonly suggested: Cents;
};

/** With a button for what fits, while nothing is filled in. */
function SuggestedInput({ suggested, ...input }: SuggestedInputProps) {
  return (
    <Group gap="xs" wrap="nowrap">
      {input.amount === 0 && suggested > 0 && (
        <Button size="xs" variant="default" onClick={() => input.onAmount(suggested)}>
          <Money cents={suggested} />
        </Button>
      )}
      <AmountInput {...input} size="xs" />
    </Group>
  );
}
