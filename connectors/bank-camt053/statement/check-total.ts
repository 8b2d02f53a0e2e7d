import type { Place } from '@inning/sdk';
import type { Balance } from './balances.ts';
import type { Warnings } from '@inning/sdk/bank';

export type Total = {
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  readonly booked: { readonly cents: bigint; readonly currencies: ReadonlySet<string> };
  readonly place: Place;
};

/** Says so when the opening balance and what was booked do not make the closing balance. */
export function warnOfTotal({ opening, closing, booked, place }: Total, warnings: Warnings): void {
  if (opening === null || closing === null) return;
  const currencies = new Set([...booked.currencies, opening.currency, closing.currency]);
  if (currencies.size > 1) {
    warnings.add('Amounts in several currencies; the balances were not checked.', place);
    return;
  }
  const expected = BigInt(opening.cents) + booked.cents;
  if (expected === BigInt(closing.cents)) return;
  warnings.add(
    `The balances do not add up: ${decimal(BigInt(opening.cents))} and bookings of ` +
      `${decimal(booked.cents)} make ${decimal(expected)}, but the statement closes with ` +
      `${decimal(BigInt(closing.cents))}.`,
    place,
  );
}

function decimal(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
