import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalDay,
  optionalText,
  reference,
  type Row,
  wholeCents,
} from '../../../store/index.ts';

export const TRUST_LINE_STATES = ['new', 'plausible', 'waiting', 'settled', 'returned'] as const;

/** A line of the bank on a trust account, once however often it is delivered. */
export const trustLines = defineTable(
  'trust-lines',
  'agency',
  new Schema({
    trustAccountId: reference('trust-accounts'),
    bankReference: { type: String, required: true },
    bookedOn: calendarDate(),
    valueOn: optionalDay(),
    amountCents: wholeCents(),
    currency: { type: String, required: true },
    counterpartyName: optionalText(),
    counterpartyAccount: optionalText(),
    description: { type: String, default: '' },
    structuredReference: optionalText(),
    endToEndId: optionalText(),
    mandateId: optionalText(),
    isReversal: { type: Boolean, default: false },
    typeCode: optionalText(),
    receivedAt: { type: Date, required: true },
    state: { type: String, enum: TRUST_LINE_STATES, default: 'new' },
    because: { type: Schema.Types.Mixed, default: null },
    proposal: { type: Schema.Types.Mixed, default: null },
    /** What of it stands on invoices, or went back to whoever paid it. */
    allocatedCents: { type: Number, default: 0, min: 0 },
    refundedCents: { type: Number, default: 0, min: 0 },
    /** Counts how often it was booked, so that a second booking is another payment. */
    rounds: { type: Number, default: 0, min: 0 },
  })
    .index({ trustAccountId: 1, bankReference: 1 }, { unique: true })
    .index({ trustAccountId: 1, state: 1, bookedOn: 1, _id: 1 })
    .index({ trustAccountId: 1, endToEndId: 1, amountCents: 1 }),
);
export type TrustLine = Row<typeof trustLines>;
