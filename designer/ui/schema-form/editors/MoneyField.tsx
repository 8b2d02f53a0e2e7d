import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { aboutField, emptied } from './about-field.ts';
import { bounds } from './bounds.ts';
import { centsOfEuros, moneySigns } from './money.ts';

/** An amount: typed in euros, kept in whole cents. Two decimals are put when the typing is done. */
export function MoneyField(props: FieldProps) {
  const locale = useLocale();
  const { decimal, thousand } = moneySigns(locale);
  const { value, schema, onChange } = props;
  const [typed, type] = useState<number | string | null>(null);
  const stored = typeof value === 'number' ? value / 100 : '';
  return (
    <NumberInput
      {...aboutField(props, locale)}
      {...bounds(schema, 100)}
      value={typed ?? stored}
      decimalScale={2}
      fixedDecimalScale={typed === null}
      decimalSeparator={decimal}
      thousandSeparator={thousand}
      allowedDecimalSeparators={['.', ',']}
      prefix="€ "
      hideControls
      onFocus={() => type(stored)}
      onBlur={() => type(null)}
      onChange={(next) => {
        type(next);
        const cents = centsOfEuros(next);
        if (cents !== null) onChange(cents);
        else if (next === '') onChange(emptied(props, schema.minimum ?? 0));
      }}
    />
  );
}
