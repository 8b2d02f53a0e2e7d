import { message } from '@inning/sdk';
import { debtors } from '../../../domain/debtors/index.ts';
import { type BankLineRow, type Payment } from '../../../domain/payments/index.ts';
import { dayOf } from '../../../seed/pass-time.ts';
import { codeOf, rowsById, type Telling, type TimelineLine } from './telling.ts';

/** Money that was booked. */
export async function linesOfPayments(
  { app, say }: Telling,
  rows: readonly Payment[],
): Promise<TimelineLine[]> {
  const people = await rowsById(
    app,
    debtors,
    rows.map((row) => row.debtorId),
  );
  return rows.map((row) => {
    const { amountCents, receivedOn } = row;
    const debtor = people.get(String(row.debtorId));
    return {
      ...bankLine(row.at, say(row.because)),
      code: codeOf(row.because),
      debtor: debtor?.name ?? null,
      debtorNumber: debtor?.number ?? null,
      event: 'payment',
      label: say(message('demo.payment', { amountCents, receivedOn })),
    };
  });
}

/** Money that waits for a person: nobody knows, or nobody is sure, whose it is. */
export function linesOfOpenBankLines(
  { say }: Telling,
  rows: readonly BankLineRow[],
): TimelineLine[] {
  return rows.map((row) => ({
    ...bankLine(row.receivedAt, say(row.because)),
    code: codeOf(row.because),
    event: `bank-line-${row.state}`,
    label: say(
      message('demo.line', { amountCents: row.amountCents, name: row.counterpartyName ?? null }),
    ),
  }));
}

const bankLine = (at: Date, reason: string) => ({
  date: dayOf(at),
  debtor: null,
  flow: null,
  node: null,
  reason,
  debtorNumber: null,
  at: at.toISOString(),
});
