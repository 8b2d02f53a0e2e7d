import type { Id, Scope, Store } from '../../../store/index.ts';
import { administrationIdsIn } from '../../administrations/index.ts';
import { findPage, type PageRequest } from '../../routing/index.ts';
import { bankLines } from '../bank-line.model.ts';
import { bankStatements, type BankStatementRow } from '../statements/bank-statement.model.ts';

export type ListedStatement = {
  readonly statement: BankStatementRow;
  /** Lines that were booked without a person, and are still booked so. */
  readonly automaticCount: number;
  readonly waitingCount: number;
};
export type StatementQuery = { readonly administrationId?: Id; readonly page?: PageRequest };

/** The statements that came in, latest first, with what went by itself and what waits. */
export async function listStatements(store: Store, scope: Scope, query: StatementQuery) {
  const ids = await administrationIdsIn(store, scope, query.administrationId);
  const page = await findPage(
    store.table(bankStatements).in(scope),
    { administrationId: { $in: ids } },
    { order: { receivedAt: -1 } as never, page: query.page ?? {} },
  );
  const counts = await countLines(store, scope, page.items);
  return {
    ...page,
    items: page.items.map((statement): ListedStatement => {
      const count = counts.get(statement._id.toHexString());
      const { automaticCount = 0, waitingCount = 0 } = count ?? {};
      return { statement, automaticCount, waitingCount };
    }),
  };
}

type Counts = { _id: Id; automaticCount: number; waitingCount: number };

async function countLines(
  store: Store,
  scope: Scope,
  statements: readonly BankStatementRow[],
): Promise<Map<string, Counts>> {
  const isAutomatic = {
    $and: [{ $eq: ['$state', 'matched'] }, { $eq: ['$decidedBy', 'system'] }],
  };
  const isWaiting = {
    $and: [{ $in: ['$state', ['plausible', 'unmatched']] }, { $gt: ['$amountCents', 0] }],
  };
  const rows = await store
    .table(bankLines)
    .in(scope)
    .aggregate<Counts>([
      { $match: { statementId: { $in: statements.map((one) => one._id) } } },
      {
        $group: {
          _id: '$statementId',
          automaticCount: { $sum: { $cond: [isAutomatic, 1, 0] } },
          waitingCount: { $sum: { $cond: [isWaiting, 1, 0] } },
        },
      },
    ]);
  return new Map(rows.map((row) => [row._id.toHexString(), row]));
}
