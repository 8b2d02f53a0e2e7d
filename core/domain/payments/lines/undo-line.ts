import { message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { createBookPayments } from '../booking/book-payments.ts';
import { createReversePayments } from '../booking/reverse-payments.ts';
import { unlearn } from '../learning/forget-facts.ts';
import { bookingsAgain } from '../matching/book-again.ts';
import { payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { BankLineNotDecidedError, BankLineNotFoundError } from '../payments.errors.ts';
import { settleLine } from './settle-line.ts';

export type Undoing = { readonly by: string; readonly reason: string };
type At = { readonly scope: Scope; readonly session: ClientSession };

/**
 * Takes back what was decided about a line: its payments are reversed, or, for a line by which the
 * bank took money back, booked again. What the booking taught is forgotten. The line then waits for a
 * person; nothing books it by itself any more.
 */
export function createUndoLine(deps: PaymentsDeps) {
  const { store } = deps;
  const reversePayments = createReversePayments(deps);
  const bookPayments = createBookPayments(deps);

  async function takeOff({ scope, session }: At, row: BankLineRow, { by, reason }: Undoing) {
    const table = store.table(payments).in(scope);
    if (row.amountCents < 0) {
      const taken = await table.find({ reversedByLineId: row._id }, { session });
      await bookPayments(scope, session, await bookingsAgain(store, { scope, session }, taken));
      return;
    }
    const { administrationId } = row;
    const keys = [`refund:${row._id.toHexString()}`];
    await deps.tasks.withdraw(scope, session, { administrationId, keys });
    const live = await table.find({ bankLineId: row._id, reversedAt: null }, { session });
    const on = await todayOf(deps, row.administrationId);
    await reversePayments(scope, session, { payments: live, reason, by, on });
    await unlearn(store, { scope, session }, [row._id]);
  }

  async function undo(at: At, row: BankLineRow, undoing: Undoing): Promise<BankLineRow> {
    await takeOff(at, row, undoing);
    const because = message('payments.undone-by-person', undoing);
    return settleLine(deps, at, { row, state: 'unmatched', because, by: null });
  }

  return {
    /** Throws `BankLineNotDecidedError`. */
    undo: (scope: Scope, id: Id, undoing: Undoing): Promise<BankLineRow> =>
      store.transaction(async (session) => {
        const row = await store.table(bankLines).in(scope).byId(id, { session });
        if (!row) throw new BankLineNotFoundError(id.toHexString());
        if (row.state !== 'matched' && row.state !== 'ignored') {
          throw new BankLineNotDecidedError(id.toHexString());
        }
        return undo({ scope, session }, row, undoing);
      }),

    /** Undoes it only when nobody decided about it meanwhile; answers whether it did. */
    undoAutomatic: (scope: Scope, id: Id, undoing: Undoing): Promise<boolean> =>
      store.transaction(async (session) => {
        const row = await store.table(bankLines).in(scope).byId(id, { session });
        if (row?.state !== 'matched' || row.decidedBy !== 'system') return false;
        await undo({ scope, session }, row, undoing);
        return true;
      }),
  };
}
