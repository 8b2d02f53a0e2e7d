import type { Clock } from '@inning/sdk';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { administrationIdsIn } from '../../administrations/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { type BankStatementRow, bankStatements } from '../statements/bank-statement.model.ts';

type Stage = NonNullable<BankStatementRow['arrival']>['stage'];
export type Arrival = {
  readonly statement: BankStatementRow;
  readonly stage: Stage;
  readonly storedCount: number;
  /** Of this delivery. */
  readonly newCount: number;
  /** Lines of the statement by what became of them; while it is stored nothing has. */
  readonly states: Readonly<Partial<Record<BankLineRow['state'], number>>>;
};

/** What came in in parts is told for so long after it was done. */
const TOLD_MS = 24 * 60 * 60_000;
const MOST = 20;

/** Large statements that are coming in, and those that were done in the last day; latest first. */
export async function listArrivals(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  scope: Scope,
  administrationId: Id | undefined,
): Promise<Arrival[]> {
  const ids = await administrationIdsIn(store, scope, administrationId);
  const since = new Date(clock.now().getTime() - TOLD_MS);
  const rows = await store
    .table(bankStatements)
    .in(scope)
    .find({ administrationId: { $in: ids }, 'arrival.workedAt': { $gte: since } } as never, {
      sort: { 'arrival.workedAt': -1 } as never,
      limit: MOST,
    });
  const found: Arrival[] = [];
  for (const statement of rows) {
    const { arrival } = statement;
    if (!arrival) continue;
    const { stage, storedCount, newCount } = arrival;
    const states = stage === 'storing' ? {} : await countStates(store, scope, statement);
    found.push({ statement, stage, storedCount, newCount, states });
  }
  return found;
}

/** While it is matched only what still waits is counted: that is asked every few seconds. */
async function countStates(store: Store, scope: Scope, { _id, arrival }: BankStatementRow) {
  const lines = store.table(bankLines).in(scope);
  if (arrival?.stage === 'matching') {
    return { new: await lines.count({ statementId: _id, state: 'new' }) };
  }
  const counts = await lines.aggregate<{ _id: BankLineRow['state']; count: number }>([
    { $match: { statementId: _id } },
    { $group: { _id: '$state', count: { $sum: 1 } } },
  ]);
  return Object.fromEntries(counts.map((one) => [one._id, one.count])) as Arrival['states'];
}
