import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalReference,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

export const STEP_KINDS = [
  'done',
  'skipped',
  'parked',
  'held',
  'stuck',
  'ended',
  'intervened',
] as const;

/**
 * One line of what happened to an instance; reads like a sentence: what, when, why, on which facts,
 * with which outcome. `_id` is `<instance>:<number>`, so a step is written once and read in order.
 */
export const steps = defineTable(
  'steps',
  'administration',
  new Schema({
    _id: { type: String, required: true },
    instanceId: reference('instances'),
    kind: { type: String, enum: STEP_KINDS, required: true },
    nodeId: { type: String, required: true },
    type: { type: String, required: true },
    outcome: optionalText(),
    at: { type: Date, required: true },
    on: calendarDate(),
    because: { type: Schema.Types.Mixed, default: null },
    /** What was known: open and overdue cents, number of invoices. */
    facts: { type: Schema.Types.Mixed, default: null },
    communicationId: optionalReference('communications'),
    output: { type: Schema.Types.Mixed, default: null },
    by: optionalText(),
  }),
);
export type Step = Omit<Row<typeof steps>, '_id'> & { _id: string };

/** Five digits keep the order of text the order of numbers. */
export const stepId = (instanceId: { toHexString(): string }, number: number): string =>
  `${instanceId.toHexString()}:${String(number).padStart(5, '0')}`;
