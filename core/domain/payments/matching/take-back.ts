import { cents, message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import type { Administration } from '../../administrations/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { createReversePayments } from '../booking/reverse-payments.ts';
import { type Payment, payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { paymentTexts } from '../texts.ts';

/** What banks write when the payer gave no id of his own. */
const NO_ID = 'NOTPROVIDED';

/**
 * Lines by which the bank takes back an earlier one: its payments are reversed. A line whose original
 * is not found beyond doubt becomes a task. Returns how many were taken back.
 */
export function createTakeBack(deps: PaymentsDeps) {
  const { store, tasks } = deps;
  const reversePayments = createReversePayments(deps);

  async function originalOf(
    scope: Scope,
    session: ClientSession,
    row: BankLineRow,
  ): Promise<{ line: BankLineRow; paid: Payment[] } | null> {
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
        .find(
          { bankLineId: { $in: lines.map((line) => line._id) }, reversedAt: null },
          { session },
        );
      const byLine = Map.groupBy(paid, (payment) => payment.bankLineId?.toHexString() ?? '');
      const live = lines.filter((line) => byLine.has(line._id.toHexString()));
      const [line] = live;
      if (line && live.length === 1) {
        return { line, paid: byLine.get(line._id.toHexString()) ?? [] };
      }
    }
    return null;
  }

  async function settle(
    scope: Scope,
    session: ClientSession,
    { row, administration }: { row: BankLineRow; administration: Administration },
  ): Promise<boolean> {
    const original = await originalOf(scope, session, row);
    const because = original
      ? message('payments.taken-back', { receivedOn: original.line.bookedOn })
      : message('payments.reversal-unknown', { amountCents: cents(-row.amountCents) });
    if (original) {
      const reason = sayMessage(paymentTexts, because, administration.language);
      await reversePayments(scope, session, original.paid, {
        reason,
        by: 'bank',
        on: row.bookedOn,
      });
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
