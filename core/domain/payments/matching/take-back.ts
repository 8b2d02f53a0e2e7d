import { cents, message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import type { Administration } from '../../administrations/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { createReversePayments } from '../booking/reverse-payments.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { paymentTexts } from '../texts.ts';
import { type MatchCounts, NOTHING_MATCHED } from './match-counts.ts';
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
    const table = store.table(bankLines).in(scope);
    const isNew = await table.count({ _id: row._id, state: 'new' }, { session });
    if (isNew === 0) return false;
    const original = await findOriginal(store, { scope, session }, row);
    const because = original
      ? message('payments.taken-back', { receivedOn: original.line.bookedOn })
      : message('payments.reversal-unknown', { amountCents: cents(-row.amountCents) });
    if (original) {
      const reason = sayMessage(paymentTexts, because, administration.language);
      const why = { reason, by: 'bank', on: row.bookedOn, lineId: row._id };
      await reversePayments(scope, session, { payments: original.paid, ...why });
    } else {
      const task = { kind: 'review', because, dueOn: row.bookedOn } as const;
      const title = sayMessage(paymentTexts, because, 'nl');
      const key = `bank-reversal:${row._id.toHexString()}`;
      await tasks.ensure(scope, session, [{ ...placeOf(row), ...task, key, title }]);
    }
    const by = original ? { decidedBy: 'system', decidedAt: deps.clock.now() } : {};
    const $set = {
      state: original ? ('matched' as const) : ('unmatched' as const),
      because,
      ...by,
    };
    await table.updateOne({ _id: row._id }, { $set }, { session });
    return original !== null;
  }

  return async (
    { scope, administration }: { readonly scope: Scope; readonly administration: Administration },
    rows: readonly BankLineRow[],
  ): Promise<MatchCounts> => {
    let reversed = 0;
    for (const row of rows) {
      const isFound = await store.transaction((session) =>
        settle(scope, session, { row, administration }),
      );
      if (isFound) reversed += 1;
    }
    return { ...NOTHING_MATCHED, reversed, unmatched: rows.length - reversed };
  };
}
