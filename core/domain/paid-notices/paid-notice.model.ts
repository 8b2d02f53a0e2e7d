import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalInstant,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

/** `unclear`: it was under way when the process stopped; it is not sent twice. `dropped`: not true any more. */
export const PAID_NOTICE_STATES = [
  'waiting',
  'sending',
  'sent',
  'refused',
  'unclear',
  'dropped',
] as const;

/** One person who is told of one paid invoice. */
export const paidNotices = defineTable(
  'paid-notices',
  'administration',
  new Schema({
    userId: reference('users'),
    /** The event that said it: the same one tells it once. */
    eventId: { type: String, required: true },
    invoiceId: reference('invoices'),
    debtorId: reference('debtors'),
    paidOn: calendarDate(),
    state: { type: String, enum: PAID_NOTICE_STATES, required: true },
    /** The mail it stands in; several invoices share one. */
    mailId: optionalText(),
    markedAt: optionalInstant(),
    attempts: { type: Number, default: 0 },
    nextAttemptAt: { type: Date, required: true },
    problem: optionalText(),
  })
    .index({ userId: 1, eventId: 1 }, { unique: true })
    .index({ state: 1, nextAttemptAt: 1 })
    .index({ mailId: 1 }),
);
export type PaidNotice = Row<typeof paidNotices>;
