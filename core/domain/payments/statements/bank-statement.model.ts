import { Schema } from 'mongoose';
import {
  defineTable,
  optionalDay,
  optionalInstant,
  optionalText,
  type Row,
} from '../../../store/index.ts';

export const ARRIVAL_STAGES = ['storing', 'matching', 'done'] as const;

const arrival = new Schema(
  {
    /** By which its parts are found. */
    id: { type: Schema.Types.ObjectId, required: true },
    stage: { type: String, enum: ARRIVAL_STAGES, required: true },
    storedCount: { type: Number, required: true },
    /** Of this delivery. */
    newCount: { type: Number, required: true },
    /** The days that something was booked on, and the day up to which it tells. */
    days: { type: [String], default: [] },
    coveredOn: optionalDay(),
    startedAt: { type: Date, required: true },
    /** When somebody last worked on it; after a while without, another goes on. */
    workedAt: { type: Date, required: true },
    doneAt: optionalInstant(),
  },
  { _id: false },
);

/** A statement as the bank gave it, once however often it is delivered: what gaps are found by. */
export const bankStatements = defineTable(
  'bank-statements',
  'administration',
  new Schema({
    account: { type: String, required: true },
    /** Made of everything the statement says of itself. */
    key: { type: String, required: true },
    currency: { type: String, required: true },
    format: optionalText(),
    number: { type: String, default: '' },
    sequence: optionalText(),
    fileName: optionalText(),
    openingCents: { type: Number, default: null },
    openingOn: optionalDay(),
    closingCents: { type: Number, default: null },
    closingOn: optionalDay(),
    lineCount: { type: Number, required: true },
    newCount: { type: Number, required: true },
    totalCents: { type: Number, required: true },
    warnings: { type: [String], default: [] },
    receivedAt: { type: Date, required: true },
    /** How far a large statement is, which comes in in parts; null for one that came in at once. */
    arrival: { type: arrival, default: null },
    /** When the same statement came last. */
    lastReceivedAt: { type: Date, required: true },
  })
    .index({ administrationId: 1, account: 1, key: 1 }, { unique: true })
    .index({ administrationId: 1, receivedAt: -1, _id: -1 })
    .index({ 'arrival.workedAt': 1 }, { sparse: true }),
);
export type BankStatementRow = Row<typeof bankStatements>;
