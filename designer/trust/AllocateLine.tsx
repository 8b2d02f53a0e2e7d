import { type Cents, minCents, subtractCents, sumCents } from '@inning/sdk';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TrustLine, useAllocate } from '../api/trust.ts';
import { AmountInput } from '../bank/allocating/AmountInput.tsx';
import { allocationsOf, proposedAmounts } from '../bank/allocating/amounts.ts';
import { OpenInvoices } from '../bank/allocating/OpenInvoices.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { SearchField } from '../ui/lists/SearchField.tsx';
import { Money } from '../ui/values/Money.tsx';

type AllocateLineProps = { readonly line: TrustLine; readonly onClose: () => void };

/** Books a receipt on open invoices of any creditor; what is left over stays unallocated. */
export function AllocateLine({ line, onClose }: AllocateLineProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [amounts, setAmounts] = useState(() => proposedAmounts(line.proposal));
  const allocate = useAllocate(t('trust.allocated'));
  const left = subtractCents(line.openCents, sumCents(Object.values(amounts)));
  const allocations = allocationsOf(amounts);
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
      <OpenInvoices wanted={{ search }} amounts={amounts} onAmounts={setAmounts}>
        {(row) => <FillingInput {...row} fits={minCents(left, row.invoice.openCents)} />}
      </OpenInvoices>
    </FormDialog>
  );
}

type FillingInputProps = Omit<Parameters<typeof AmountInput>[0], 'size' | 'onFocus'> & {
  readonly fits: Cents;
};

/** Going into an empty field fills in what fits. */
function FillingInput({ fits, ...input }: FillingInputProps) {
  const { amount, onAmount } = input;
  return <AmountInput {...input} onFocus={() => amount === 0 && fits > 0 && onAmount(fits)} />;
}
