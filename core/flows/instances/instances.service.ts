import { type CalendarDate, type Clock, type Message, message } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import { type Id, type Scope, type Store } from '../../store/index.ts';
import type { FlowLibrary } from '../engine/drawings/index.ts';
import {
  InstanceNotFoundError,
  InstanceNotMovableError,
  OutcomeLeadsNowhereError,
} from '../flows.errors.ts';
import { instances, type Instance, type InstanceState } from './instance.model.ts';
import { movedEvent } from './moved-event.ts';
import { type PersonDid, personLine } from './person-line.ts';
import { moves, movesOf } from './move.model.ts';
import { type Step, stepsOf } from './step.ts';

export type InstanceServiceDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly library: FlowLibrary;
};
export type Actor = { readonly who: string; readonly today: CalendarDate };
export type InstanceFilter = {
  readonly debtorId?: Id;
  readonly administrationId?: Id;
  readonly flowId?: Id;
  readonly state?: InstanceState;
  readonly nodeId?: string;
};
export type InstanceService = ReturnType<typeof createInstanceService>;

const LISTED = 200;
const LIVE: readonly InstanceState[] = ['running', 'held', 'stuck'];
/** Without a planned day: one that went by while a person held it was not missed. */
const RELEASED = { state: 'running', attempts: 0, waiting: null, gate: null, plannedOn: null };

/** What belonged to standing at the step that is left. */
const PASSED_BY_HAND = { deviation: null, shiftDays: 0, mustAct: false, mustSkip: false };
type MoveOn = Actor & { readonly outcome: string; readonly reason: string };

/** Running flows as people see them, and what people do to them (SEC-02). */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createInstanceService({ store, clock, events, library }: InstanceServiceDeps) {
  const instanceTable = store.table(instances);
  const moveTable = store.table(moves);

  const service = {
    list: (scope: Scope, filter: InstanceFilter): Promise<Instance[]> =>
      instanceTable.in(scope).find(filter as never, { sort: { startedAt: -1 }, limit: LISTED }),

    /** Throws `InstanceNotFoundError`. */
    async get(scope: Scope, id: Id): Promise<Instance> {
      const instance = await instanceTable.in(scope).byId(id);
      if (!instance) throw new InstanceNotFoundError();
      return instance;
    },

    /** What happened to it, in order. */
    path: async (scope: Scope, id: Id): Promise<Step[]> =>
      stepsOf(await moveTable.in(scope).find(movesOf(id) as never, { sort: { _id: 1 } })),

    /** Keeps it where it is until it is released. */
    hold: (scope: Scope, id: Id, { reason, ...by }: Actor & { reason: string }) =>
      intervene(scope, id, {
        by,
        from: ['running'],
        because: message('flow.intervened.held', { by: by.who, reason }),
        set: { state: 'held', wakeAt: null },
      }),

    /** Lets a held instance go on, and tries a stuck one again. */
    release: (scope: Scope, id: Id, by: Actor) =>
      intervene(scope, id, {
        by,
        from: ['held', 'stuck'],
        because: message('flow.intervened.released', { by: by.who }),
        set: { ...RELEASED, wakeAt: clock.now() },
      }),

    /** Does the next step today rather than on its day; gates still count. */
    doNow: (scope: Scope, id: Id, by: Actor) =>
      intervene(scope, id, {
        by,
        from: LIVE,
        because: message('flow.intervened.now', { by: by.who }),
        set: { state: 'running', wakeAt: clock.now(), mustAct: true },
      }),

    /** Passes over the next action without doing it. */
    skip: (scope: Scope, id: Id, { reason, ...by }: Actor & { reason: string }) =>
      intervene(scope, id, {
        by,
        from: LIVE,
        because: message('flow.intervened.skipped', { by: by.who, reason }),
        set: { state: 'running', wakeAt: clock.now(), mustSkip: true },
      }),

    /** Another day for the wait it stands in; marked as deviating wherever it is shown (FLOW-09). */
    reschedule: async (scope: Scope, id: Id, { on, ...by }: Actor & { on: CalendarDate }) => {
      const { plannedOn } = await service.get(scope, id);
      return intervene(scope, id, {
        by,
        from: ['running'],
        because: message('flow.intervened.rescheduled', { by: by.who, fromOn: plannedOn, on }),
        set: {
          deviation: { plannedOn, on, by: by.who },
          // What it says names the new day at once, before the engine has looked.
          waiting: message('flow.waiting', { on }),
          wakeAt: clock.now(),
        },
      });
    },

    /** Leaves the step it stands at by an outcome, without doing the step. */
    moveOn: async (scope: Scope, id: Id, { outcome, reason, ...by }: MoveOn) => {
      const before = await service.get(scope, id);
      const { nodeId, visit, previousStepOn, stepDays } = before;
      const flow = await library.version(before.flowId, before.flowVersion);
      const next = flow?.next(nodeId, outcome) ?? null;
      if (next === null) throw new OutcomeLeadsNowhereError(nodeId, outcome);
      const type = flow?.document.nodes[nodeId]?.type ?? '–';
      return intervene(scope, id, {
        by,
        from: LIVE,
        because: message('flow.intervened.moved-on', { by: by.who, reason }),
        passed: { nodeId, type, outcome },
        // Passed over like a skipped step: it hands on the anchor of the step before it.
        set: {
          ...RELEASED,
          ...PASSED_BY_HAND,
          nodeId: next,
          visit: visit + 1,
          stepDays: { ...(stepDays as object), [nodeId]: previousStepOn },
          wakeAt: clock.now(),
        },
      });
    },

    /** Ends it for good. */
    stop: (scope: Scope, id: Id, { reason, ...by }: Actor & { reason: string }) =>
      intervene(scope, id, {
        by,
        from: LIVE,
        because: message('flow.ended.stopped-by', { by: by.who, reason }),
        set: {
          state: 'ended',
          isLive: false,
          endedAs: 'stopped',
          endedAt: clock.now(),
          wakeAt: null,
          plannedOn: null,
          waiting: null,
        },
      }),
  };
  return service;

  type Intervention = {
    readonly by: Actor;
    readonly from: readonly InstanceState[];
    readonly because: Message;
    readonly passed?: PersonDid['passed'];
    readonly set: object;
  };

  /** Changes an instance by hand, with its own line in the path. Loses no race: the revision counts. */
  async function intervene(scope: Scope, id: Id, { by, from, because, passed, set }: Intervention) {
    const before = await service.get(scope, id);
    if (!from.includes(before.state)) throw new InstanceNotMovableError(before.state);
    return store.transaction(async (session) => {
      const after = await instanceTable
        .in(scope)
        .change(
          { _id: id, revision: before.revision },
          { $set: set, $inc: { revision: 1, stepCount: 1 } } as never,
          { session },
        );
      if (!after) throw new InstanceNotMovableError(before.state);
      const did = { ...by, at: clock.now(), because, ...(passed ? { passed } : {}) };
      const line = personLine(after, did);
      await moveTable.in(scope).insertRaw([line] as never, { session });
      await events.publish(session, movedEvent(after));
      return after;
    });
  }
}
