import type { Message } from '@inning/sdk';
import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  type Id,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

/**
 * One move of an instance: from where it stood to the next thing it waits for, with every step on the
 * way. Steps of one move happened together and are written together, in one document. `_id` is
 * `<instance>:<number of its first step>`, so a step is written once and the path is read in order.
 */
export const moves = defineTable(
  'moves',
  'administration',
  new Schema({
    _id: { type: String, required: true },
    instanceId: reference('instances'),
    /** What it walked then: a migrated case keeps what it did before under the version of that time. */
    flowId: reference('flows'),
    flowVersion: { type: Number, required: true },
    at: { type: Date, required: true },
    on: calendarDate(),
    /** What was known: open and overdue cents, number of invoices. */
    facts: { type: Schema.Types.Mixed, default: null },
    by: optionalText(),
    steps: { type: [Schema.Types.Mixed], required: true },
  })
    // What passed in a period: by day only, since the steps inside are read anyway.
    .index({ flowId: 1, flowVersion: 1, on: 1 }),
);
type MoveRow = Row<typeof moves>;
export type MoveRecord = Omit<MoveRow, '_id' | 'steps'> & {
  readonly _id: string;
  readonly steps: readonly StepRecord[];
};

export type StepKind = 'done' | 'skipped' | 'parked' | 'held' | 'stuck' | 'ended' | 'intervened';

/** One line of a move as it is kept. */
export type StepRecord = {
  readonly kind: StepKind;
  readonly nodeId: string;
  readonly type: string;
  readonly outcome: string | null;
  readonly because: Message | null;
  readonly communicationId?: Id;
  readonly output?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Five digits keep the order of text the order of numbers. */
export const stepId = (instanceId: { toHexString(): string }, number: number): string =>
  `${instanceId.toHexString()}:${String(number).padStart(5, '0')}`;

/** The moves of one instance, whose ids begin with its own. */
export const movesOf = (instanceId: { toHexString(): string }): object => {
  const hex = instanceId.toHexString();
  return { _id: { $gte: `${hex}:`, $lt: `${hex};` } };
};
