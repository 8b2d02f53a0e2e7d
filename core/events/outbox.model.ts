import { Schema } from 'mongoose';
import { defineTable, optionalInstant, type Row } from '../store/index.ts';

/** A listener that could not handle an event, for the people who look after the installation. */
const failure = new Schema(
  { listener: { type: String, required: true }, error: { type: String, required: true } },
  { _id: false },
);

/** What happened, written in the transaction of the change itself and passed on afterwards. */
export const outbox = defineTable(
  'outbox',
  'administration',
  new Schema({
    name: { type: String, required: true },
    data: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    isWaiting: { type: Boolean, default: true },
    attempts: { type: Number, default: 0 },
    nextAttemptAt: optionalInstant(),
    /** Listeners that have not had it yet; null is all of them. */
    waitingFor: { type: [String], default: null },
    /** Set when every listener has seen it; the row goes a week later. */
    dispatchedAt: optionalInstant(),
    /** Set when a listener kept failing and we stopped trying; such a row stays until someone looks. */
    failedAt: optionalInstant(),
    failures: { type: [failure], default: [] },
  })
    // A partial index needs a field before `_id`: MongoDB refuses one on `_id` alone.
    .index(
      { isWaiting: 1, _id: 1, nextAttemptAt: 1 },
      { name: 'waiting', partialFilterExpression: { isWaiting: true } },
    )
    .index(
      { administrationId: 1, attempts: 1 },
      { name: 'held-up', partialFilterExpression: { isWaiting: true, attempts: { $gt: 0 } } },
    )
    .index(
      { failedAt: 1 },
      { name: 'failed', partialFilterExpression: { failedAt: { $type: 'date' } } },
    )
    .index({ dispatchedAt: 1 }, { expireAfterSeconds: 7 * 86_400 }),
);
export type OutboxRow = Row<typeof outbox>;
