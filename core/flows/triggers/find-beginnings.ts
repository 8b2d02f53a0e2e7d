import type { CalendarDate } from '@inning/sdk';
import type { Administration } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import { type Invoice, invoices } from '../../domain/invoices/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { CompiledFlow, FlowLibrary } from '../engine/drawings/index.ts';
import { dayAt } from '../../time/index.ts';
import { newInstance } from '../engine/starting/index.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { chooseFlow } from './choose-flow.ts';
import { mayStart, type PastFlow } from './may-start.ts';

export type FinderDeps = { readonly store: Store; readonly library: FlowLibrary };
export type Among = {
  readonly now: Date;
  /** Only what came due on or after this day. */
  readonly since?: CalendarDate | null;
  readonly debtorIds?: readonly Id[];
};
/** What begins for some debtors, and those for whom no flow is chosen. Nothing of it is stored yet. */
export type Beginnings = { readonly made: Instance[]; readonly without: Debtor[] };
type Startable = {
  readonly debtor: Debtor;
  readonly invoices: readonly Invoice[];
  readonly hasLive: boolean;
};
const DEBTORS_AT_ONCE = 1_000;

/** Looks for overdue invoices that nothing treats yet, many debtors at a time. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createBeginningFinder({ store, library }: FinderDeps) {
  return async function* (
    scope: Scope,
    administration: Administration,
    among: Among,
  ): AsyncGenerator<Beginnings> {
    const overdue = await overdueIn(scope, administration, among);
    const groups = [...Map.groupBy(overdue, (one) => one.debtorId.toHexString()).values()];
    for (let from = 0; from < groups.length; from += DEBTORS_AT_ONCE) {
      const some = groups.slice(from, from + DEBTORS_AT_ONCE);
      const startable = await findStartable(scope, some, administration.timeZone);
      yield beginningsOf(startable, administration, among.now);
    }
  };

  function overdueIn(scope: Scope, administration: Administration, among: Among) {
    const { now, since, debtorIds } = among;
    const today = dayAt(now, administration.timeZone);
    return store
      .table(invoices)
      .in(scope)
      .find(
        {
          administrationId: administration._id,
          openCents: { $gt: 0 },
          dueOn: since ? { $lt: today, $gte: since } : { $lt: today },
          disputedAt: null,
          handedOverAt: null,
          ...(debtorIds ? { debtorId: { $in: [...debtorIds] } } : {}),
        },
        { fields: ['debtorId', 'dueOn'] },
      );
  }

  /** Debtors that nothing treats yet, with the invoices for which a flow may start. */
  async function findStartable(
    scope: Scope,
    overdue: readonly Invoice[][],
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
      const hasLive = walked.some((one) => one.isLive);
      return debtor && free.length > 0 ? [{ debtor, invoices: free, hasLive }] : [];
    });
  }

  async function beginningsOf(
    startable: readonly Startable[],
    administration: Administration,
    now: Date,
  ): Promise<Beginnings> {
    const currentOf = remembering(library.current);
    const found: Beginnings = { made: [], without: [] };
    for (const one of startable) {
      const { flowId } = chooseFlow(one.debtor, administration);
      const flow = flowId && (await currentOf(flowId));
      if (flowId && flow?.startId)
        found.made.push(...begin(one, { flow, flowId, administration, now }));
      else found.without.push(one.debtor);
    }
    return found;
  }
}

type Begin = {
  readonly flow: CompiledFlow;
  readonly flowId: Id;
  readonly administration: Administration;
  readonly now: Date;
};

function begin({ debtor, invoices: free, hasLive }: Startable, given: Begin): Instance[] {
  const { flow, flowId, administration, now } = given;
  const isPerInvoice = flow.document.subject === 'invoice';
  // A flow of the debtor would write about invoices that another one treats still.
  if (hasLive && !isPerInvoice) return [];
  const { agencyId, creditorId, _id: administrationId, timeZone } = administration;
  const place = { agencyId, creditorId, administrationId };
  const start = { place, debtorId: debtor._id, today: dayAt(now, timeZone), now };
  const subjects = isPerInvoice ? free.map(({ _id }) => _id) : [null];
  return subjects.flatMap((invoiceId) => newInstance(flow, flowId, { ...start, invoiceId }) ?? []);
}

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
