import type { CalendarDate } from '@inning/sdk';
import { type AdministrationKey, type Id, newId } from '../../../store/index.ts';
import type { Instance } from '../../instances/instance.model.ts';
import { shardOf } from '../../instances/shard.model.ts';
import type { CompiledFlow } from '../drawings/index.ts';

export type StartOf = {
  readonly place: AdministrationKey;
  readonly debtorId: Id;
  readonly invoiceId: Id | null;
  readonly today: CalendarDate;
  readonly now: Date;
  /** Where to begin; the start of the flow when left out. */
  readonly at?: Place;
};

/** A place in a flow that is not its start: behind the last letter that was sent. */
export type Place = {
  readonly nodeId: string;
  readonly previousStepOn: CalendarDate;
  readonly lastLetterOn: CalendarDate | null;
  readonly lastStage: number | null;
};

const START = { lastLetterOn: null, lastStage: null };

/** An instance that stands at its beginning and is due at once. */
export function newInstance(flow: CompiledFlow, flowId: Id, start: StartOf): Instance | null {
  const { place, debtorId, invoiceId, today, now } = start;
  const atStart = flow.startId && { ...START, nodeId: flow.startId, previousStepOn: today };
  const at = start.at ?? atStart;
  if (!at) return null;
  return {
    _id: newId(),
    agencyId: place.agencyId,
    creditorId: place.creditorId,
    administrationId: place.administrationId,
    flowId,
    flowVersion: flow.version,
    debtorId,
    invoiceId,
    subjectId: invoiceId ?? debtorId,
    isLive: true,
    state: 'running',
    shard: shardOf(debtorId),
    nodeId: at.nodeId,
    revision: 0,
    visit: 0,
    stepCount: 0,
    wakeAt: now,
    plannedOn: null,
    waiting: null,
    gate: null,
    startedOn: today,
    previousStepOn: at.previousStepOn,
    intendedOn: null,
    stepDays: {},
    lastLetterOn: at.lastLetterOn,
    lastStage: at.lastStage,
    deviation: null,
    shiftDays: 0,
    resumed: null,
    resumedBy: [],
    attempts: 0,
    mustSkip: false,
    mustAct: false,
    sentNodes: [],
    switchCount: 0,
    startedAt: now,
    endedAt: null,
    endedAs: null,
  };
}

/**
 * Where "continue after the last letter that was sent" begins (FLOW-10): behind the step of the new
 * flow with the same stage, else behind the last one below it. Null when no letter was sent yet or the
 * new flow has no such step; it then starts over.
 */
export function placeAfterLastLetter(
  flow: CompiledFlow,
  from: Pick<Instance, 'lastStage' | 'lastLetterOn'>,
): Place | null {
  const { lastStage, lastLetterOn } = from;
  if (lastStage === null || lastLetterOn === null) return null;
  const staged = Object.entries(flow.document.nodes)
    .flatMap(([id, { stage }]) =>
      stage !== undefined && stage <= lastStage ? [{ id, stage }] : [],
    )
    .sort((a, b) => b.stage - a.stage);
  const [last] = staged;
  if (!last) return null;
  const outcome = Object.keys(flow.node(last.id)?.definition.outcomes ?? {})[0];
  const nodeId = outcome ? flow.next(last.id, outcome) : null;
  return nodeId ? { nodeId, previousStepOn: lastLetterOn, lastLetterOn, lastStage } : null;
}
