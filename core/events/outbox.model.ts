import { Schema } from 'mongoose';
import { defineTable, optionalInstant, type Row } from '../store/index.ts';

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
    /** Set when every listener has seen it; the row goes a week later. */
    dispatchedAt: optionalInstant(),
  })
    .index({ _id: 1 }, { name: 'waiting', partialFilterExpression: { isWaiting: true } })
    .index({ dispatchedAt: 1 }, { expireAfterSeconds: 7 * 86_400 }),
);
export type OutboxRow = Row<typeof outbox>;
