import type { ClientSession } from 'mongoose';
import type { Scope, Store } from '../../../store/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { type Payment, payments } from '../payment.model.ts';

/** A line that was booked, with its payments that still stand. */
export type Original = { readonly line: BankLineRow; readonly paid: readonly Payment[] };

/** What banks write when the payer gave no id of his own. */
const NO_ID = 'NOTPROVIDED';

/**
 * The earlier line that the bank takes back: of the same account and amount, with the payer's own id,
 * else from the same account. Null unless exactly one line answers to it.
 */
export async function findOriginal(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  row: BankLineRow,
): Promise<Original | null> {
  const endToEndId = row.endToEndId === NO_ID ? null : row.endToEndId;
  const ways = [
    ...(endToEndId ? [{ endToEndId }] : []),
    ...(row.counterpartyAccount ? [{ counterpartyAccount: row.counterpartyAccount }] : []),
  ];
  for (const way of ways) {
    const lines = await store
      .table(bankLines)
      .in(scope)
      .find(
        {
          administrationId: row.administrationId,
          state: 'matched',
          account: row.account,
          amountCents: -row.amountCents,
          bookedOn: { $lte: row.bookedOn },
          ...way,
        } as never,
        { session, sort: { bookedOn: -1 }, limit: 20 },
      );
    const paid = await store
      .table(payments)
      .in(scope)
      .find({ bankLineId: { $in: lines.map((line) => line._id) }, reversedAt: null }, { session });
    const byLine = Map.groupBy(paid, (payment) => payment.bankLineId?.toHexString() ?? '');
    const live = lines.filter((line) => byLine.has(line._id.toHexString()));
    const [line] = live;
    if (line && live.length === 1) {
      return { line, paid: byLine.get(line._id.toHexString()) ?? [] };
    }
  }
  return null;
}
