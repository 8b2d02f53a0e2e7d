import { type Clock, message } from '@inning/sdk';
import { administrations } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import { invoices } from '../../domain/invoices/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { FlowLibrary } from '../engine/flow-library.ts';
import { newInstance, placeAfterLastLetter } from '../engine/new-instance.ts';
import { dayAt } from '../engine/local-time.ts';
import { FlowNotFoundError } from '../flows.errors.ts';
import { chooseFlow } from '../triggers/choose-flow.ts';
import { instances, type Instance } from './instance.model.ts';
import { movedEvent } from './instances.service.ts';
import { stepId, steps } from './step.model.ts';

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
export function createFlowSwitch({ store, clock, events, library }: SwitchDeps) {
  const tables = {
    debtors: store.table(debtors),
    administrations: store.table(administrations),
    instances: store.table(instances),
    invoices: store.table(invoices),
    steps: store.table(steps),
  };

  return async (scope: Scope, { debtor, flowId, mode, who }: Switch): Promise<Instance | null> => {
    const administration = await tables.administrations.in(scope).byId(debtor.administrationId);
    if (!administration) throw new FlowNotFoundError('of this administration');
    const chosen = chooseFlow({ ...debtor, flowId }, administration).flowId;
    const flow = chosen && (await library.current(chosen));
    // A flow of another agency is as unknown as one that never was.
    if (flowId && (!flow || !(await isVisible(flowId, debtor)))) {
      throw new FlowNotFoundError(flowId.toHexString());
    }
    const now = clock.now();
    const today = dayAt(now, administration.timeZone);
    const live = await tables.instances.in(scope).findOne({ subjectId: debtor._id, isLive: true });
    const isOverdue = await tables.invoices
      .in(scope)
      .findOne({ debtorId: debtor._id, openCents: { $gt: 0 }, dueOn: { $lt: today } });

    return store.transaction(async (session) => {
      await tables.debtors
        .in(scope)
        .updateOne({ _id: debtor._id }, { $set: { flowId } }, { session });
      if (live) await endAsSwitched(live, { who, slug: flow?.slug ?? '–', today, now });
      if (!flow || !chosen || !isOverdue) return null;
      const at = mode === 'continue' && live ? placeAfterLastLetter(flow, live) : null;
      const start = { place: debtor, debtorId: debtor._id, invoiceId: null, today, now };
      const started = newInstance(flow, chosen, { ...start, ...(at ? { at } : {}) });
      if (!started) return null;
      await tables.instances.in(scope).insertRaw([started], { session });
      await events.publish(session, movedEvent(started));
      return started;

      type End = { who: string; slug: string; today: string; now: Date };
      async function endAsSwitched(before: Instance, end: End): Promise<void> {
        const { _id, revision } = before;
        const after = await tables.instances.in(scope).change(
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
        if (!after) throw new Error('the instance moved while its flow was switched');
        const { agencyId, creditorId, administrationId, nodeId } = after;
        const line = {
          _id: stepId(_id, after.stepCount),
          agencyId,
          creditorId,
          administrationId,
          instanceId: _id,
          kind: 'ended',
          nodeId,
          type: 'person',
          outcome: 'flow-switched',
          at: end.now,
          on: end.today,
          because: message('flow.ended.switched', { flow: end.slug }),
          facts: null,
          communicationId: null,
          output: null,
          by: end.who,
        };
        await tables.steps.in(scope).insertRaw([line] as never, { session });
        await events.publish(session, movedEvent(after));
      }
    });
  };

  async function isVisible(flowId: Id, { agencyId, creditorId }: Debtor): Promise<boolean> {
    const flow = await library.owner(flowId);
    if (!flow?.agencyId.equals(agencyId)) return false;
    return flow.creditorId === null || flow.creditorId.equals(creditorId);
  }
}
