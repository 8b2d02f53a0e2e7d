import { cents, message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import type { Administration } from '../../administrations/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { createReversePayments } from '../booking/reverse-payments.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { paymentTexts } from '../texts.ts';
import { findOriginal } from './find-original.ts';

/**
 * Lines by which the bank takes back an earlier one: its payments are reversed. A line whose original
 * is not found beyond doubt becomes a task. Returns how many were taken back.
 */
export function createTakeBack(deps: PaymentsDeps) {
  const { store, tasks } = deps;
  const reversePayments = createReversePayments(deps);

  async function settle(
    scope: Scope,
    session: ClientSession,
    { row, administration }: { row: BankLineRow; administration: Administration },
  ): Promise<boolean> {
    const original = await findOriginal(store, { scope, session }, row);
    const because = original
      ? message('payments.taken-back', { receivedOn: original.line.bookedOn })
      : message('payments.reversal-unknown', { amountCents: cents(-row.amountCents) });
    if (original) {
      const reason = sayMessage(paymentTexts, because, administration.language);
      const why = { reason, by: 'bank', on: row.bookedOn };
      await reversePayments(scope, session, { payments: original.paid, ...why });
    } else {
      const task = { kind: 'review', because, dueOn: row.bookedOn } as const;
      const title = sayMessage(paymentTexts, because, 'nl');
      const key = `bank-reversal:${row._id.toHexString()}`;
      await tasks.ensure(scope, session, [{ ...placeOf(row), ...task, key, title }]);
    }
    await store
      .table(bankLines)
      .in(scope)
      .updateOne(
        { _id: row._id },
        { $set: { state: original ? 'matched' : 'unmatched', because } },
        { session },
      );
    return original !== null;
  }

  return async (
    scope: Scope,
    session: ClientSession,
    batch: { readonly rows: readonly BankLineRow[]; readonly administration: Administration },
  ): Promise<number> => {
    let count = 0;
    for (const row of batch.rows) {
      if (await settle(scope, session, { row, administration: batch.administration })) count += 1;
    }
    return count;
  };
}
