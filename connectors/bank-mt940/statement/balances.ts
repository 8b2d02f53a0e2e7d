import { type CalendarDate, type Cents, cents } from '@inning/sdk';
import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';
import { parseCents } from './amounts.ts';
import { parseDay } from './days.ts';
import type { Warnings } from '@inning/sdk/bank';

export type Balance = {
  readonly cents: Cents;
  readonly currency: string;
  readonly on: CalendarDate;
};

/** A field such as `:60F:C260302EUR1234,50`: sign, day, currency, amount. */
export function readBalance(field: Field): Balance {
  const text = (field.lines[0] ?? '').trim();
  const match = /^([CD])(\d{6})([A-Z]{3})(\S+)$/.exec(text);
  const day = match ? parseDay(match[2] ?? '') : null;
  if (!match || day === null) {
    throw new Mt940Problem(`“${text.slice(0, 40)}” is not a balance.`, placeOfField(field));
  }
  const amount = parseCents(match[4] ?? '');
  if (typeof amount === 'string') throw new Mt940Problem(amount, placeOfField(field));
  return {
    cents: match[1] === 'D' ? cents(-amount) : amount,
    currency: match[3] ?? '',
    on: day.on,
  };
}

export type Total = {
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  readonly bookedCents: bigint;
  readonly field: Field;
};

/** Says so when the opening balance and what was booked do not make the closing balance. */
export function warnOfTotal({ opening, closing, bookedCents, field }: Total, warnings: Warnings) {
  if (opening === null || closing === null) return;
  if (opening.currency !== closing.currency) {
    const message = 'The balances are in two currencies and were not checked.';
    warnings.add(message, placeOfField(field), 'BALANCE_CURRENCIES');
    return;
  }
  const expected = BigInt(opening.cents) + bookedCents;
  if (expected === BigInt(closing.cents)) return;
  warnings.add(
    `The balances do not add up: ${decimal(BigInt(opening.cents))} and bookings of ` +
      `${decimal(bookedCents)} make ${decimal(expected)}, but the statement closes with ` +
      `${decimal(BigInt(closing.cents))}.`,
    placeOfField(field),
    {
      code: 'BALANCES_DIFFER',
      params: {
        openingCents: opening.cents,
        bookedCents: Number(bookedCents),
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
