import {
  type Anchors,
  type CalendarDate,
  type Claim,
  type Message,
  type NodeResult,
} from '@inning/sdk';
import { dayAt, instantAt, minutesOf } from '../../../time/index.ts';
import type { CompiledNode } from '../drawings/index.ts';
import type { Effect, InstanceChange, Move, StepDraft } from '../moves/index.ts';
import type { Pause } from '../facts/index.ts';
import type { Situation } from './situation.ts';

/** One instance on its way through one move: collects what changes, decides nothing. */
export type Walk = {
  readonly situation: Situation;
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly steps: readonly StepDraft[];
  readonly effects: Effect[];
  claim: Claim;
  /** A pause that a step of this very walk asked for. */
  pause: Pause | null;
  /** The value of a field as it is at this point of the walk. */
  get<K extends keyof InstanceChange>(field: K): Situation['instance'][K];
  set(change: InstanceChange): void;
  anchors(): Anchors;
  /** True when this walk has been through that node already: a loop came round. */
  hasPassed(nodeId: string): boolean;
  /** Key of whatever the present node does: the same when it is tried again. */
  key(): string;
  record(step: Pick<StepDraft, 'kind'> & Partial<StepDraft>): void;
  /** Leaves the present node by an outcome; false when the instance ends there. */
  follow(result: NodeResult, happened: boolean, on?: CalendarDate): boolean;
  park(reason: {
    gate: string | null;
    because: Message;
    wakeAt: Date | null;
    on?: CalendarDate;
  }): void;
  stick(because: Message): void;
  end(as: string, because: Message): void;
  /** The instant on that day at which the flow runs its steps. */
  sendTimeOn(day: CalendarDate): Date;
  move(): Move;
};

// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function startWalk(situation: Situation): Walk {
  const { instance, flow, facts, now } = situation;
  const change: InstanceChange = {};
  const stepDays: Record<string, CalendarDate> = {};
  const steps: StepDraft[] = [];
  const today = dayAt(now, facts.timeZone);
  const sendAt = minutesOf(flow.document.settings.sendAt);

  const get: Walk['get'] = (field) => (field in change ? change[field] : instance[field]) as never;

  const walk: Walk = {
    situation,
    today,
    timeZone: facts.timeZone,
    steps,
    effects: [],
    claim: facts.claimOn(today),
    pause: null,
    get,
    set: (fields) => void Object.assign(change, fields),
    anchors: () => ({
      startedOn: instance.startedOn,
      previousStepOn: get('previousStepOn'),
      steps: { ...(instance.stepDays as Record<string, CalendarDate>), ...stepDays },
    }),
    hasPassed: (nodeId) => steps.some((step) => step.kind === 'done' && step.nodeId === nodeId),
    key: () => `${instance._id.toHexString()}:${get('visit')}`,
    record(step) {
      const nodeId = step.nodeId ?? get('nodeId');
      const type = flow.node(nodeId)?.node.type ?? flow.document.nodes[nodeId]?.type ?? '–';
      const empty = { outcome: null, because: null, communicationId: null, output: null };
      steps.push({ ...empty, nodeId, type, ...step });
    },
    follow(result, happened, on = today) {
      const nodeId = get('nodeId');
      // A skipped step hands on the anchor of the step before it.
      if (happened) change.previousStepOn = on;
      stepDays[nodeId] = happened ? on : get('previousStepOn');
      Object.assign(change, passed(get('visit')));
      const next = flow.next(nodeId, result.outcome);
      if (next === null) return false;
      change.nodeId = next;
      return true;
    },
    park({ gate, because, wakeAt, on }) {
      if (gate !== null && get('gate') !== gate) walk.record({ kind: 'parked', because });
      walk.set({ gate, waiting: because, wakeAt, plannedOn: on ?? null });
    },
    stick(because) {
      walk.record({ kind: 'stuck', because });
      walk.set({ state: 'stuck', waiting: because, wakeAt: null, plannedOn: null, gate: null });
    },
    end(as, because) {
      walk.record({ kind: 'ended', outcome: as, because });
      const cleared = { wakeAt: null, plannedOn: null, waiting: null, gate: null };
      walk.set({ ...cleared, isLive: false, state: 'ended', endedAt: now, endedAs: as });
    },
    sendTimeOn: (day) => instantAt(day, sendAt, facts.timeZone),
    move: () => ({
      instance,
      change,
      stepDays,
      steps,
      effects: walk.effects,
      today,
      claim: walk.claim,
    }),
  };
  return walk;
}

/** Leaving a node clears what belonged to standing there; a wish to skip lasts until an action. */
const passed = (visit: number): InstanceChange => ({
  visit: visit + 1,
  plannedOn: null,
  waiting: null,
  gate: null,
  deviation: null,
  shiftDays: 0,
  attempts: 0,
  mustAct: false,
});

/** The node where the walk stands, or a stuck instance when no plugin can walk it any more. */
export function presentNode(walk: Walk): CompiledNode | null {
  const nodeId = walk.get('nodeId');
  const { flow } = walk.situation;
  const node = flow.node(nodeId);
  if (!node) walk.stick(flow.problemOf(nodeId, flow.document.nodes[nodeId]));
  return node;
}
