import type { Place } from '@inning/sdk';
import type { Balance } from './balances.ts';
import type { Warnings } from '@inning/sdk/bank';

export type Total = {
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  readonly booked: { readonly cents: bigint; readonly currencies: ReadonlySet<string> };
  readonly place: Place;
  /** Whether this kind of message should have both balances. */
  readonly isExpected: boolean;
};

/** Says so when the opening balance and what was booked do not make the closing balance. */
export function warnOfTotal(total: Total, warnings: Warnings): void {
  const { opening, closing, booked, place, isExpected } = total;
  if (opening === null || closing === null) {
    if (!isExpected) return;
    warnings.add('This statement has no balances to check it with.', place, 'BALANCES_MISSING');
    return;
  }
  const currencies = new Set([...booked.currencies, opening.currency, closing.currency]);
  if (currencies.size > 1) {
    warnings.add(
      'Amounts in several currencies; the balances were not checked.',
      place,
      'BALANCE_CURRENCIES',
    );
    return;
  }
  const expected = BigInt(opening.cents) + booked.cents;
  if (expected === BigInt(closing.cents)) return;
  warnings.add(
    `The balances do not add up: ${decimal(BigInt(opening.cents))} and bookings of ` +
      `${decimal(booked.cents)} make ${decimal(expected)}, but the statement closes with ` +
      `${decimal(BigInt(closing.cents))}.`,
    place,
    {
      code: 'BALANCES_DIFFER',
      params: {
        openingCents: opening.cents,
        bookedCents: Number(booked.cents),
        expectedCents: Number(expected),
        closingCents: closing.cents,
      },
    },
  );
}

function decimal(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
