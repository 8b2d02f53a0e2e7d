import { type CalendarDate, cents, message, sayMessage } from '@inning/sdk';
import type { AutomaticTask } from '../../tasks/index.ts';
import { placeOf } from '../../routing/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import { paymentTexts } from '../texts.ts';

/** Money that should go back to whoever paid it: a person makes the transfer, from a task. */
export function refundTask(
  row: BankLineRow,
  { reason, dueOn }: { readonly reason: string; readonly dueOn: CalendarDate },
): AutomaticTask {
  const because = refundMessage(row, reason);
  return {
    ...placeOf(row),
    key: `refund:${row._id.toHexString()}`,
    kind: 'review',
    title: sayMessage(paymentTexts, because, 'nl').slice(0, 300),
    because,
    dueOn,
  };
}

export const refundMessage = (row: BankLineRow, reason: string) =>
  message('payments.refund-proposed', {
    amountCents: cents(row.amountCents),
    name: row.counterpartyName ?? '?',
    account: row.counterpartyAccount ?? '?',
    reason,
  });
