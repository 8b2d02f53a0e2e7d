import type { ClientSession } from 'mongoose';
import type { BulkChange, Id, Scope } from '../../../store/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { createBookPayments } from '../booking/book-payments.ts';
import { createLearnFacts } from '../learning/learn-facts.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { payments } from '../payment.model.ts';
import { bookingsOfLine } from './bookings-of-line.ts';
import type { Decided } from './decide-lines.ts';

const SYSTEM = 'system';

/**
 * Writes what was decided in the caller's transaction: lines, payments, ledger and what was learned
 * change together. Answers false, and writes nothing, when one of the lines was decided meanwhile.
 */
export function createWriteDecisions(deps: PaymentsDeps) {
  const { store } = deps;
  const bookPayments = createBookPayments(deps);
  const learnFacts = createLearnFacts(deps);

  return async (
    scope: Scope,
    session: ClientSession,
    decided: readonly Decided[],
  ): Promise<boolean> => {
    const table = store.table(bankLines).in(scope);
    const ids = decided.map((one) => one.row._id);
    const stillNew = await table.count({ _id: { $in: ids }, state: 'new' }, { session });
    if (stillNew < decided.length) return false;
    const booked = decided.filter((one) => one.state === 'matched');
    const rounds = await roundsOf(scope, session, booked);
    const bookings = booked.flatMap(({ row, because, allocations }) => {
      const round = rounds.get(row._id.toHexString()) ?? 0;
      return bookingsOfLine(row, { allocations, because, by: SYSTEM, round });
    });
    await bookPayments(scope, session, bookings);
    await learnFacts(scope, session, booked.flatMap(lessonOf));
    const at = deps.clock.now();
    await table.bulk(
      decided.map((one) => lineChange(one, at)),
      { session },
    );
    return true;
  };

  /** How often each line was booked before and undone. */
  async function roundsOf(scope: Scope, session: ClientSession, booked: readonly Decided[]) {
    const found = await store
      .table(payments)
      .in(scope)
      .find(
        { bankLineId: { $in: booked.map((one) => one.row._id) } },
        { session, fields: ['bankLineId'] },
      );
    const groups = Map.groupBy(found, (payment) => payment.bankLineId?.toHexString() ?? '');
    return new Map([...groups].map(([id, its]) => [id, its.length]));
  }
}

function lessonOf({ row, allocations, teachesPayer }: Decided) {
  const debtors = new Map(allocations.map(({ debtorId }) => [debtorId.toHexString(), debtorId]));
  const [debtorId] = debtors.values();
  return teachesPayer && debtorId && debtors.size === 1 ? [{ row, debtorId, by: SYSTEM }] : [];
}

function lineChange(decided: Decided, at: Date): BulkChange<BankLineRow> {
  const { row, state, because, match } = decided;
  const debtorIds: readonly Id[] = state === 'plausible' && match ? match.heldDebtorIds : [];
  const isDecided = state === 'matched' || state === 'ignored';
  const by = isDecided ? { decidedBy: SYSTEM, decidedAt: at } : {};
  return {
    filter: { _id: row._id },
    update: { $set: { state, because, match, debtorIds, ...by } } as never,
  };
}
