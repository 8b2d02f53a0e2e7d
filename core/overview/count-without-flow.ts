import type { Administration } from '../domain/administrations/index.ts';
import { chosenFlows, debtors, withoutFlow } from '../domain/debtors/index.ts';
import { invoices } from '../domain/invoices/index.ts';
import { createIdleFlows } from '../flows/index.ts';
import type { Id, Scope, Store } from '../store/index.ts';

const AT_ONCE = 10_000;

/** How many who owe have no flow, by administration. Asks nothing where everybody has one. */
export function createWithoutFlowCount(store: Store) {
  const idleFlows = createIdleFlows(store);
  return async (
    scope: Scope,
    books: readonly Administration[],
  ): Promise<ReadonlyMap<string, number>> => {
    const counts = new Map<string, number>();
    const idle = await idleFlows(scope, chosenFlows(books));
    const filter = withoutFlow(books, idle);
    if (!filter) return counts;
    const lacking = books.filter((one) => withoutFlow([one], idle) !== null).map(({ _id }) => _id);
    const owing = await owingIn(scope, lacking);
    for (let from = 0; from < owing.length; from += AT_ONCE) {
      const some = { _id: { $in: owing.slice(from, from + AT_ONCE) } };
      const rows = await store
        .table(debtors)
        .in(scope)
        .aggregate<{ _id: Id; count: number }>([
          { $match: { $and: [some, filter] } as never },
          { $group: { _id: '$administrationId', count: { $sum: 1 } } },
        ]);
      for (const { _id, count } of rows) {
        const key = _id.toHexString();
        counts.set(key, (counts.get(key) ?? 0) + count);
      }
    }
    return counts;
  };

  async function owingIn(scope: Scope, administrationIds: readonly Id[]): Promise<Id[]> {
    const rows = await store
      .table(invoices)
      .in(scope)
      .aggregate<{ _id: Id }>([
        { $match: { administrationId: { $in: [...administrationIds] }, openCents: { $gt: 0 } } },
        { $group: { _id: '$debtorId' } },
      ]);
    return rows.map(({ _id }) => _id);
  }
}
