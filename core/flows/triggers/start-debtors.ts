import { type CalendarDate, message } from '@inning/sdk';
import type { Administration } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import type { Invoice } from '../../domain/invoices/index.ts';
import type { Scope } from '../../store/index.ts';
import type { FlowLibrary } from '../engine/flow-library.ts';
import { newInstance } from '../engine/new-instance.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { type BeginDeps, createBeginning } from './begin-instances.ts';
import { chooseFlow } from './choose-flow.ts';
import { mayStart, type PastFlow } from './may-start.ts';

export type StartDeps = BeginDeps & { readonly library: FlowLibrary };
export type Overdue = {
  /** Overdue invoices, one list per debtor. */
  readonly overdue: readonly Invoice[][];
  readonly today: CalendarDate;
  readonly now: Date;
};
type Startable = { readonly debtor: Debtor; readonly invoices: readonly Invoice[] };

/**
 * Starts the chosen flow of each debtor. Debtors for whom none is chosen get a task instead, since
 * nobody follows them up (FLOW-11).
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createDebtorStarter(deps: StartDeps) {
  const { store, library, tasks } = deps;
  const begin = createBeginning(deps);

  return async (scope: Scope, administration: Administration, given: Overdue): Promise<number> => {
    const { overdue, today, now } = given;
    const startable = await findStartable(scope, overdue, administration.timeZone);
    const currentOf = remembering(library.current);
    const made: Instance[] = [];
    const without: Debtor[] = [];
    for (const one of startable) {
      const { flowId } = chooseFlow(one.debtor, administration);
      const flow = flowId && (await currentOf(flowId));
      if (!flowId || !flow) {
        without.push(one.debtor);
        continue;
      }
      const place = placeIn(administration);
      const start = { place, debtorId: one.debtor._id, today, now };
      const subjects =
        flow.document.subject === 'invoice' ? one.invoices.map(({ _id }) => _id) : [null];
      for (const invoiceId of subjects) {
        const instance = newInstance(flow, flowId, { ...start, invoiceId });
        if (instance) made.push(instance);
      }
    }
    await noteWithoutFlow(scope, administration, { without, today });
    await begin(made, now);
    return made.length;
  };

  /** Debtors that nothing treats yet, with the invoices for which a flow may start. */
  async function findStartable(
    scope: Scope,
    overdue: Overdue['overdue'],
    timeZone: string,
  ): Promise<Startable[]> {
    const debtorIds = overdue.flatMap((its) => (its[0] ? [its[0].debtorId] : []));
    const [people, past] = await Promise.all([
      store
        .table(debtors)
        .in(scope)
        .find({ _id: { $in: debtorIds } }, { fields: ['flowId', 'behaviour'] }),
      store
        .table(instances)
        .in(scope)
        .find({ debtorId: { $in: debtorIds } }, { fields: PAST_FIELDS }),
    ]);
    const byId = new Map(people.map((debtor) => [String(debtor._id), debtor]));
    const pastOf = Map.groupBy(past, (one) => String(one.debtorId));
    return overdue.flatMap((its) => {
      const key = String(its[0]?.debtorId);
      const debtor = byId.get(key);
      const walked: readonly PastFlow[] = pastOf.get(key) ?? [];
      const free = debtor ? mayStart(its, walked, timeZone) : [];
      return debtor && free.length > 0 ? [{ debtor, invoices: free }] : [];
    });
  }

  async function noteWithoutFlow(
    scope: Scope,
    administration: Administration,
    { without, today }: { without: readonly Debtor[]; today: CalendarDate },
  ): Promise<void> {
    if (without.length === 0) return;
    const wanted = without.map((debtor) => ({
      ...placeIn(administration),
      key: `no-flow:${String(debtor._id)}`,
      kind: 'no-flow' as const,
      title: 'task.no-flow',
      because: message('task.no-flow'),
      debtorId: debtor._id,
      dueOn: today,
    }));
    await store.transaction((session) => tasks.ensure(scope, session, wanted));
  }
}

const placeIn = ({ agencyId, creditorId, _id }: Administration) => ({
  agencyId,
  creditorId,
  administrationId: _id,
});

/** The newest version of a flow is read once for all debtors that start together. */
function remembering(current: FlowLibrary['current']): FlowLibrary['current'] {
  const known = new Map<string, ReturnType<FlowLibrary['current']>>();
  return (flowId) => {
    const key = flowId.toHexString();
    const found = known.get(key) ?? current(flowId);
    known.set(key, found);
    return found;
  };
}

const PAST_FIELDS = ['debtorId', 'invoiceId', 'isLive', 'endedAs', 'endedAt'] as const;
