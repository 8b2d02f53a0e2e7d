import { type CalendarDate, type Clock, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { findAdministration } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import type { AutomaticTasks } from '../../domain/tasks/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { CompiledFlow, FlowLibrary } from '../engine/drawings/index.ts';
import { dayAt } from '../../time/index.ts';
import { newInstance, placeAfterLastLetter } from '../engine/starting/index.ts';
import { FlowNotFoundError, InstanceNotMovableError } from '../flows.errors.ts';
import { chooseFlow } from '../triggers/choose-flow.ts';
import { noFlowTask } from '../triggers/no-flow-task.ts';
import { instances, type Instance } from './instance.model.ts';
import { movedEvent } from './moved-event.ts';
import { createOwedReader } from './owed-reader.ts';
import { personLine } from './person-line.ts';
import { moves } from './move.model.ts';

export type SwitchDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly library: FlowLibrary;
  readonly tasks: AutomaticTasks;
};
export type Switch = {
  readonly debtor: Debtor;
  /** Null follows the debtor's payment behaviour again. */
  readonly flowId: Id | null;
  readonly mode: 'reset' | 'continue';
  readonly who: string;
};

/**
 * Moves a debtor to another flow at once: from the start, or behind the last letter (FLOW-10). All that
 * runs for the debtor ends. Returns what begins; null when nothing is overdue or no flow is chosen.
 */
export function createFlowSwitch(deps: SwitchDeps) {
  const { store, clock, events, library, tasks } = deps;
  const endSwitched = createSwitchEnd(deps);
  const read = createOwedReader(store);

  return async (scope: Scope, { debtor, flowId, mode, who }: Switch): Promise<Instance | null> => {
    const administration = await findAdministration(store, scope, { id: debtor.administrationId });
    const now = clock.now();
    const today = dayAt(now, administration.timeZone);
    const chosen = chooseFlow({ ...debtor, flowId }, administration).flowId;
    const flow = await visibleFlow(chosen, debtor);
    const lives = await store
      .table(instances)
      .in(scope)
      .find({ debtorId: debtor._id, isLive: true });
    const overdue = await read.overdue(scope, debtor, today);
    const ids = overdue.map(({ _id }) => _id);
    const before = lives.length > 0 ? [] : await read.endedAbout(scope, debtor, overdue);

    return store.transaction(async (session) => {
      await store
        .table(debtors)
        .in(scope)
        .updateOne({ _id: debtor._id }, { $set: { flowId } }, { session });
      const end = { who, to: flow?.slug ?? '–', today, now };
      for (const live of lives) await endSwitched(scope, session, { ...end, live });
      if (overdue.length === 0) return null;
      if (!flow || !chosen) {
        await tasks.ensure(scope, session, [noFlowTask(debtor, debtor._id, today)]);
        return null;
      }
      const last = mode === 'continue' ? [...lives, ...before] : [];
      const started = begin(flow, chosen, { debtor, overdue: ids, last, today, now });
      await store.table(instances).in(scope).insertRaw(started, { session });
      await events.publish(session, ...started.map(movedEvent));
      return started[0] ?? null;
    });
  };

  /** A flow of another agency or creditor is as unknown as one that never was. */
  async function visibleFlow(flowId: Id | null, { agencyId, creditorId }: Debtor) {
    if (!flowId) return null;
    const [flow, owner] = await Promise.all([library.current(flowId), library.owner(flowId)]);
    const isOwn = owner?.agencyId.equals(agencyId);
    const isOfCreditor = !owner?.creditorId || owner.creditorId.equals(creditorId);
    if (!flow || !isOwn || !isOfCreditor) throw new FlowNotFoundError(flowId.toHexString());
    return flow;
  }
}

type Begin = {
  readonly debtor: Debtor;
  readonly overdue: readonly Id[];
  /** What ran until now, when the new flow goes on behind the last letter. */
  readonly last: readonly Instance[];
  readonly today: CalendarDate;
  readonly now: Date;
};

function begin(flow: CompiledFlow, flowId: Id, given: Begin): Instance[] {
  const { debtor, overdue, last, today, now } = given;
  const subjects = flow.document.subject === 'invoice' ? overdue : [null];
  return subjects.flatMap((invoiceId) => {
    const before = furthest(last.filter((one) => isAbout(one, invoiceId)));
    const at = before && placeAfterLastLetter(flow, before);
    const start = { place: debtor, debtorId: debtor._id, invoiceId, today, now };
    return newInstance(flow, flowId, { ...start, ...(at ? { at } : {}) }) ?? [];
  });
}

const isAbout = (one: Instance, invoiceId: Id | null): boolean =>
  invoiceId === null || one.invoiceId === null || one.invoiceId.equals(invoiceId);

function furthest(some: readonly Instance[]): Instance | null {
  const [first] = [...some].sort((a, b) => (b.lastStage ?? 0) - (a.lastStage ?? 0));
  return first ?? null;
}

type SwitchEnd = {
  readonly live: Instance;
  readonly who: string;
  /** Name of the flow that goes on. */
  readonly to: string;
  readonly today: CalendarDate;
  readonly now: Date;
};

/** Ends the running flow of a debtor with its line in the path. */
function createSwitchEnd({ store, events }: SwitchDeps) {
  return async (scope: Scope, session: ClientSession, end: SwitchEnd): Promise<void> => {
    const { _id, revision, state } = end.live;
    const after = await store
      .table(instances)
      .in(scope)
      .change(
        { _id, revision },
        {
          $set: {
            state: 'ended',
            isLive: false,
            endedAs: 'flow-switched',
            endedAt: end.now,
            wakeAt: null,
            plannedOn: null,
            waiting: null,
          },
          $inc: { revision: 1, stepCount: 1 },
        } as never,
        { session },
      );
    if (!after) throw new InstanceNotMovableError(state);
    const because = message('flow.ended.switched', { flow: end.to });
    const did = { who: end.who, today: end.today, at: end.now, because };
    const line = personLine(after, { ...did, endedAs: 'flow-switched' });
    await store
      .table(moves)
      .in(scope)
      .insertRaw([line] as never, { session });
    await events.publish(session, movedEvent(after));
  };
}
