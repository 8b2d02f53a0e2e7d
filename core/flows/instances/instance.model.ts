import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalDay,
  optionalInstant,
  optionalReference,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

export const INSTANCE_STATES = ['running', 'held', 'stuck', 'ended'] as const;
export type InstanceState = (typeof INSTANCE_STATES)[number];

const deviation = new Schema(
  { plannedOn: optionalDay(), on: calendarDate(), by: { type: String, required: true } },
  { _id: false },
);

/**
 * One subject walking through one published version. `wakeAt` is only a reason to look again; what is
 * true is read afresh then. `revision` counts the writes: every write names the one it was based on, so
 * that two workers, or a worker and a person, never move an instance twice. `visit` counts the nodes
 * that were passed: with the id it is the key of whatever the present node does.
 */
export const instances = defineTable(
  'instances',
  'administration',
  new Schema({
    flowId: reference('flows'),
    flowVersion: { type: Number, required: true },
    debtorId: reference('debtors'),
    invoiceId: optionalReference('invoices'),
    /** The debtor or invoice it walks with; live instances have distinct subjects. */
    subjectId: { type: Schema.Types.ObjectId, required: true },
    isLive: { type: Boolean, required: true },
    state: { type: String, enum: INSTANCE_STATES, required: true },
    shard: { type: Number, required: true },
    nodeId: { type: String, required: true },
    revision: { type: Number, required: true },
    visit: { type: Number, required: true },
    stepCount: { type: Number, required: true },
    wakeAt: optionalInstant(),
    /** The day on which the node is planned to go on, when it waits for a day. */
    plannedOn: optionalDay(),
    /** Why it does not go on now: a message code with facts. */
    waiting: { type: Schema.Types.Mixed, default: null },
    /** Which gate holds it back, when one does; such an instance is woken when that may have changed. */
    gate: optionalText(),
    startedOn: calendarDate(),
    previousStepOn: calendarDate(),
    /** The day that the last wait meant; how late the step behind it was follows from that. */
    intendedOn: optionalDay(),
    stepDays: { type: Schema.Types.Mixed, default: {} },
    lastLetterOn: optionalDay(),
    lastStage: { type: Number, default: null },
    deviation: { type: deviation, default: null },
    /** How far the day of the present wait has moved. */
    shiftDays: { type: Number, default: 0 },
    /** A pause that is over and that the path does not tell of yet: the choice and its length. */
    resumed: { type: Schema.Types.Mixed, default: null },
    /** Events of resumptions that were counted already. */
    resumedBy: { type: [String], default: [] },
    attempts: { type: Number, default: 0 },
    mustSkip: { type: Boolean, default: false },
    mustAct: { type: Boolean, default: false },
    /** Steps whose letter it had before it was migrated: they are passed over. */
    sentNodes: { type: [String], default: [] },
    /** How often flows were switched on the day it started, so that two cannot throw it to and fro. */
    switchCount: { type: Number, default: 0 },
    startedAt: { type: Date, required: true },
    endedAt: optionalInstant(),
    /** `paid`, `stopped`, `finished`, `flow-switched`…; null while it lives. */
    endedAs: optionalText(),
  })
    .index({ shard: 1, wakeAt: 1 }, { partialFilterExpression: { isLive: true }, name: 'due' })
    .index(
      { subjectId: 1 },
      { unique: true, partialFilterExpression: { isLive: true }, name: 'one-live-per-subject' },
    )
    .index({ debtorId: 1, startedAt: -1 })
    // Without the node: it changes with every move, and counting a flow reads its live ones anyway.
    .index({ flowId: 1, flowVersion: 1, isLive: 1 })
    .index({ administrationId: 1, state: 1 })
    // A page of debtors at a time; it changes only when a case begins or ends.
    .index(
      { administrationId: 1, debtorId: 1 },
      { partialFilterExpression: { isLive: true }, name: 'live-by-debtor' },
    ),
);
export type Instance = Row<typeof instances>;
