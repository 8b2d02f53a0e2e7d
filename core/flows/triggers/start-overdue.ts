import { type CalendarDate, message } from '@inning/sdk';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import { type Invoice, invoices } from '../../domain/invoices/index.ts';
import type { Id, Scope } from '../../store/index.ts';
import type { FlowLibrary } from '../engine/flow-library.ts';
import { dayAt } from '../engine/local-time.ts';
import { newInstance } from '../engine/new-instance.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { type BeginDeps, createBeginning } from './begin-instances.ts';
import { chooseFlow } from './choose-flow.ts';
import { mayStart, type PastFlow } from './may-start.ts';
import { scanMark, type ScanMark, sinceMark } from './scan-mark.ts';

export type StartDeps = BeginDeps & { readonly library: FlowLibrary };
export type StartFor = {
  readonly administrationId?: Id;
  readonly debtorIds?: readonly Id[];
};

const DEBTORS_AT_ONCE = 1_000;

/**
 * Starts flows for overdue invoices that nothing treats yet. Repeating it starts nothing twice: a
 * subject has at most one live instance, by a unique index. Debtors for whom no flow is chosen get a
 * task instead, since nobody follows them up (FLOW-11).
 */
export function createOverdueStarter(deps: StartDeps) {
  const { store, library, tasks } = deps;
  const begin = createBeginning(deps);
  const tables = {
    administrations: store.table(administrations),
    debtors: store.table(debtors),
    invoices: store.table(invoices),
    instances: store.table(instances),
  };

  return async (scope: Scope, which: StartFor, now: Date): Promise<number> => {
    const books = await tables.administrations
      .in(scope)
      .find(which.administrationId ? { _id: which.administrationId } : {});
    let started = 0;
    for (const administration of books) {
      const today = dayAt(now, administration.timeZone);
      const mark = which.debtorIds ? null : scanMark(administration, today);
      const since = mark ? sinceMark(administration.scannedThrough, mark) : null;
      const overdue = await overdueOf(scope, administration, { today, since, which });
      const groups = [...Map.groupBy(overdue, (one) => one.debtorId.toHexString()).values()];
      for (let from = 0; from < groups.length; from += DEBTORS_AT_ONCE) {
        const some = groups.slice(from, from + DEBTORS_AT_ONCE);
        started += await startSome(scope, administration, { overdue: some, today, now });
      }
      if (mark) await noteScan(scope, administration, mark);
    }
    return started;
  };

  function overdueOf(
    scope: Scope,
    administration: Administration,
    { today, since, which }: { today: CalendarDate; since: CalendarDate | null; which: StartFor },
  ): Promise<Invoice[]> {
    const debtorIds = which.debtorIds ? { debtorId: { $in: [...which.debtorIds] } } : {};
    return tables.invoices.in(scope).find(
      {
        administrationId: administration._id,
        openCents: { $gt: 0 },
        dueOn: since ? { $lt: today, $gte: since } : { $lt: today },
        disputedAt: null,
        handedOverAt: null,
        ...debtorIds,
      },
      { fields: ['debtorId', 'dueOn'] },
    );
  }

  async function noteScan(scope: Scope, { _id }: Administration, mark: ScanMark): Promise<void> {
    const scannedThrough = `${mark.choice} ${mark.on}`;
    await tables.administrations.in(scope).updateOne({ _id }, { $set: { scannedThrough } });
  }

  type Some = { readonly overdue: Invoice[][]; readonly today: CalendarDate; readonly now: Date };

  async function startSome(
    scope: Scope,
    administration: Administration,
    { overdue, today, now }: Some,
  ): Promise<number> {
    const debtorIds = overdue.flatMap((its) => (its[0] ? [its[0].debtorId] : []));
    const [people, past] = await Promise.all([
      tables.debtors
        .in(scope)
        .find({ _id: { $in: debtorIds } }, { fields: ['flowId', 'behaviour', 'name'] }),
      tables.instances
        .in(scope)
        .find({ debtorId: { $in: debtorIds } }, { fields: PAST_FIELDS, sort: { startedAt: -1 } }),
    ]);
    const byDebtor = new Map(people.map((debtor) => [String(debtor._id), debtor]));
    const pastOf = Map.groupBy(past, (one) => String(one.debtorId));
    const currentOf = remembering(library.current);
    const made: Instance[] = [];
    const without: Debtor[] = [];
    for (const its of overdue) {
      const key = String(its[0]?.debtorId);
      const debtor = byDebtor.get(key);
      if (!debtor) continue;
      const startable = mayStart(
        its,
        (pastOf.get(key) ?? []) as PastFlow[],
        administration.timeZone,
      );
      if (startable.length === 0) continue;
      const fresh = await instancesFor(debtor, administration, {
        startable,
        today,
        now,
        currentOf,
      });
      if (fresh) made.push(...fresh);
      else without.push(debtor);
    }
    await noteWithoutFlow(scope, administration, { without, today });
    await begin(made, now);
    return made.length;
  }

  type Startable = {
    readonly startable: Invoice[];
    readonly today: CalendarDate;
    readonly now: Date;
    readonly currentOf: FlowLibrary['current'];
  };

  /** Null when no flow is chosen for this debtor. */
  async function instancesFor(
    debtor: Debtor,
    administration: Administration,
    { startable, today, now, currentOf }: Startable,
  ): Promise<Instance[] | null> {
    const { flowId } = chooseFlow(debtor, administration);
    const flow = flowId && (await currentOf(flowId));
    if (!flowId || !flow) return null;
    const place = {
      agencyId: administration.agencyId,
      creditorId: administration.creditorId,
      administrationId: administration._id,
    };
    const start = { place, debtorId: debtor._id, today, now };
    const subjects = flow.document.subject === 'invoice' ? startable.map((one) => one._id) : [null];
    return subjects.flatMap(
      (invoiceId) => newInstance(flow, flowId, { ...start, invoiceId }) ?? [],
    );
  }

  async function noteWithoutFlow(
    scope: Scope,
    administration: Administration,
    { without, today }: { without: Debtor[]; today: CalendarDate },
  ): Promise<void> {
    const { agencyId, creditorId, _id: administrationId } = administration;
    const wanted = without.map((debtor) => ({
      agencyId,
      creditorId,
      administrationId,
      key: `no-flow:${String(debtor._id)}`,
      kind: 'no-flow' as const,
      title: 'task.no-flow',
      because: message('task.no-flow'),
      debtorId: debtor._id,
      dueOn: today,
    }));
    if (wanted.length === 0) return;
    await store.transaction((session) => tasks.ensure(scope, session, wanted));
  }
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

const PAST_FIELDS = [
  'debtorId',
  'invoiceId',
  'isLive',
  'endedAs',
  'endedAt',
  'lastLetterOn',
] as const;
