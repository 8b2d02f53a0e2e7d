import type { CalendarDate, Claim, Message } from '@inning/sdk';
import type { Instance } from '../../instances/instance.model.ts';
import type { Effect } from './effects.ts';

/** What happened in a move, in the order in which it happened. */
export type StepDraft = {
  readonly kind: 'done' | 'skipped' | 'parked' | 'held' | 'stuck' | 'ended' | 'intervened';
  readonly nodeId: string;
  readonly type: string;
  readonly outcome: string | null;
  readonly because: Message | null;
  readonly communicationId: string | null;
  readonly output: Readonly<Record<string, string | number | boolean | null>> | null;
};

/** The part of an instance that a move may change. */
export type InstanceChange = Partial<
  Pick<
    Instance,
    | 'isLive'
    | 'state'
    | 'nodeId'
    | 'visit'
    | 'wakeAt'
    | 'plannedOn'
    | 'waiting'
    | 'gate'
    | 'previousStepOn'
    | 'intendedOn'
    | 'lastLetterOn'
    | 'lastStage'
    | 'deviation'
    | 'shiftDays'
    | 'resumed'
    | 'attempts'
    | 'mustSkip'
    | 'mustAct'
    | 'endedAt'
    | 'endedAs'
  >
>;

/** The decision for one instance: nothing of it has been done yet. */
export type Move = {
  readonly instance: Instance;
  readonly change: InstanceChange;
  readonly stepDays: Readonly<Record<string, CalendarDate>>;
  readonly steps: readonly StepDraft[];
  readonly effects: readonly Effect[];
  readonly today: CalendarDate;
  /** The claim as it was decided on; null when it could not be read. */
  readonly claim: Claim | null;
};
