import { type CalendarDate, type Clock, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { findAdministration } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import { invoices } from '../../domain/invoices/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { CompiledFlow } from '../engine/compile-flow.ts';
import type { FlowLibrary } from '../engine/flow-library.ts';
import { dayAt } from '../engine/local-time.ts';
import { newInstance, placeAfterLastLetter } from '../engine/new-instance.ts';
import { FlowNotFoundError, InstanceNotMovableError } from '../flows.errors.ts';
import { chooseFlow } from '../triggers/choose-flow.ts';
import { instances, type Instance } from './instance.model.ts';
import { movedEvent } from './moved-event.ts';
import { personLine } from './person-line.ts';
import { steps } from './step.model.ts';

export type SwitchDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly library: FlowLibrary;
};
export type Switch = {
  readonly debtor: Debtor;
  /** Null follows the debtor's payment behaviour again. */
  readonly flowId: Id | null;
  readonly mode: 'reset' | 'continue';
  readonly who: string;
};

/** Moves a debtor to another flow at once: from the start, or behind the last letter (FLOW-10). */
export function createFlowSwitch(deps: SwitchDeps) {
  const { store, clock, events, library } = deps;
  const endSwitched = createSwitchEnd(deps);

  return async (scope: Scope, { debtor, flowId, mode, who }: Switch): Promise<Instance | null> => {
    const administration = await findAdministration(store, scope, { id: debtor.administrationId });
    const now = clock.now();
    const today = dayAt(now, administration.timeZone);
    const chosen = chooseFlow({ ...debtor, flowId }, administration).flowId;
    const flow = await visibleFlow(chosen, debtor);
    const live = await liveOf(scope, debtor);
    const mayBegin = await isOverdue(scope, debtor, today);

    return store.transaction(async (session) => {
      await store
        .table(debtors)
        .in(scope)
        .updateOne({ _id: debtor._id }, { $set: { flowId } }, { session });
      if (live) await endSwitched(scope, session, { live, who, to: flow?.slug ?? '–', today, now });
      if (!flow || !chosen || !mayBegin) return null;
      const last = mode === 'continue' ? live : null;
      const started = begin(flow, chosen, { debtor, last, today, now });
      if (!started) return null;
      await store.table(instances).in(scope).insertRaw([started], { session });
      await events.publish(session, movedEvent(started));
      return started;
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

  function liveOf(scope: Scope, debtor: Debtor): Promise<Instance | null> {
    return store.table(instances).in(scope).findOne({ subjectId: debtor._id, isLive: true });
  }

  async function isOverdue(scope: Scope, debtor: Debtor, today: CalendarDate): Promise<boolean> {
    const overdue = { debtorId: debtor._id, openCents: { $gt: 0 }, dueOn: { $lt: today } };
    return (await store.table(invoices).in(scope).findOne(overdue)) !== null;
  }
}

type Begin = { debtor: Debtor; last: Instance | null; today: CalendarDate; now: Date };

function begin(flow: CompiledFlow, flowId: Id, { debtor, last, today, now }: Begin) {
  const at = last && placeAfterLastLetter(flow, last);
  const start = { place: debtor, debtorId: debtor._id, invoiceId: null, today, now };
  return newInstance(flow, flowId, { ...start, ...(at ? { at } : {}) });
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
    const line = personLine(after, { who: end.who, today: end.today, at: end.now, because });
    const ended = { ...line, kind: 'ended' as const, outcome: 'flow-switched' };
    await store
      .table(steps)
      .in(scope)
      .insertRaw([ended] as never, { session });
    await events.publish(session, movedEvent(after));
  };
}
