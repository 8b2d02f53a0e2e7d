import { cents, type Cents } from '@inning/sdk';
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InvoiceRow } from '../../api/invoices.ts';

type AmountInputProps = Pick<NumberInputProps, 'size' | 'onFocus'> & {
  readonly invoice: InvoiceRow;
  readonly amount: Cents;
  readonly onAmount: (amount: Cents) => void;
};

/** How much of a payment goes to this invoice: no more than is open. */
export function AmountInput({ invoice, amount, onAmount, ...more }: AmountInputProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      {...more}
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
      onChange={(value) => onAmount(cents(Math.round(Number(value) * 100)))}
    />
  );
}
