import { administrations } from '../../domain/administrations/index.ts';
import { debtors } from '../../domain/debtors/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import { instances } from './instance.model.ts';

export type Treated = {
  /** Walks under way; a flow per invoice has several with one debtor. */
  readonly running: number;
  readonly debtors: number;
};
/** For whom a flow is chosen. */
export type ChosenFor = {
  /** Administrations in which it is the flow for one payment behaviour or more. */
  readonly administrations: number;
  /** Debtors for whom it was chosen apart from the others. */
  readonly debtors: number;
};
export type FlowCounts = {
  readonly byFlow: ReadonlyMap<string, Treated>;
  readonly chosenFor: ReadonlyMap<string, ChosenFor>;
  /** Debtors in all flows together. */
  readonly total: number;
};

export const NOBODY_TREATED: Treated = { running: 0, debtors: 0 };
export const CHOSEN_FOR_NOBODY: ChosenFor = { administrations: 0, debtors: 0 };

/** How many debtors each flow treats, and for whom it is chosen (FLOW-05). */
export function createTreatedCounts(store: Store) {
  return async (scope: Scope): Promise<FlowCounts> => {
    const [treated, choices, own] = await Promise.all([
      readTreated(scope),
      readChoices(scope),
      readOwn(scope),
    ]);
    const byFlow = new Map(treated.map(({ _id, ...counts }) => [_id.toHexString(), counts]));
    const chosen = new Set([...choices.keys(), ...own.keys()]);
    const chosenFor = new Map(
      [...chosen].map((id) => [
        id,
        { administrations: choices.get(id) ?? 0, debtors: own.get(id) ?? 0 },
      ]),
    );
    const total = treated.reduce((sum, row) => sum + row.debtors, 0);
    return { byFlow, chosenFor, total };
  };

  /** Walks with a debtor are one for each debtor; only walks with invoices are put together. */
  function readTreated(scope: Scope) {
    const whose = { $cond: [{ $eq: ['$invoiceId', null] }, null, '$debtorId'] };
    const isOne = { $ne: ['$_id.debtorId', null] };
    return store
      .table(instances)
      .in(scope)
      .aggregate<Treated & { readonly _id: Id }>([
        { $match: { isLive: true } },
        { $group: { _id: { flowId: '$flowId', debtorId: whose }, running: { $sum: 1 } } },
        {
          $group: {
            _id: '$_id.flowId',
            running: { $sum: '$running' },
            debtors: { $sum: { $cond: [isOne, 1, '$running'] } },
          },
        },
      ]);
  }

  async function readChoices(scope: Scope): Promise<Map<string, number>> {
    const books = await store
      .table(administrations)
      .in(scope)
      .find({}, { fields: ['flowChoice'] });
    const counts = new Map<string, number>();
    for (const { flowChoice } of books) {
      const { steady, unknown, fluctuating, erratic } = flowChoice ?? {};
      const ids = [steady, unknown, fluctuating, erratic].flatMap((id) => id?.toHexString() ?? []);
      for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }

  async function readOwn(scope: Scope): Promise<Map<string, number>> {
    const rows = await store
      .table(debtors)
      .in(scope)
      .aggregate<{ _id: Id; count: number }>([
        { $match: { flowId: { $type: 'objectId' } } },
        { $group: { _id: '$flowId', count: { $sum: 1 } } },
      ]);
    return new Map(rows.map((row) => [row._id.toHexString(), row.count]));
  }
}
