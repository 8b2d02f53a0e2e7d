import type { Message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import type { Matched } from '../matching/matched.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { BankLineNotFoundError } from '../payments.errors.ts';

export type Settled = {
  readonly row: BankLineRow;
  readonly state: 'matched' | 'ignored' | 'unmatched';
  readonly because: Message;
  /** Who decided; null when the line waits for a person again. */
  readonly by: string | null;
};

/**
 * Writes what a person decided of a line, in the caller's transaction. Announces `bank-line.decided`
 * with the debtors whose reminders the line held back: their flows look again at once.
 */
export async function settleLine(
  { store, clock, events }: Pick<PaymentsDeps, 'store' | 'clock' | 'events'>,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  { row, state, because, by }: Settled,
): Promise<BankLineRow> {
  const decidedAt = by === null ? null : clock.now();
  const $set = { state, because, debtorIds: [], decidedBy: by, decidedAt };
  const after = await store
    .table(bankLines)
    .in(scope)
    .change({ _id: row._id }, { $set } as never, { session });
  if (!after) throw new BankLineNotFoundError(row._id.toHexString());
  const held = (row.match as Matched | null)?.heldDebtorIds ?? [];
  const debtorIds = [...row.debtorIds, ...held].map(String);
  const data = { bankLineId: row._id.toHexString(), debtorIds: [...new Set(debtorIds)] };
  await events.publish(session, { name: 'bank-line.decided', place: placeOf(row), data });
  return after;
}
