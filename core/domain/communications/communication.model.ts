import { LOCALES } from '@inning/sdk';
import { Schema } from 'mongoose';
import {
  defineTable,
  optionalDay,
  optionalInstant,
  optionalReference,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

/**
 * reserved: its key is taken, nothing left yet · sending: the connector was called · sent: confirmed ·
 * refused: the provider will never take it · withdrawn: no longer needed before it left ·
 * ambiguous: the process died or the line broke while sending; a person decides.
 */
export const COMMUNICATION_STATES = [
  'reserved',
  'sending',
  'sent',
  'refused',
  'withdrawn',
  'ambiguous',
] as const;

/** Something that was sent to a debtor. */
export const communications = defineTable(
  'communications',
  'administration',
  new Schema({
    /** `<instance>:<visit>`, or one chosen by the person who sends. Unique: a letter leaves once. */
    key: { type: String, required: true },
    debtorId: reference('debtors'),
    instanceId: optionalReference('instances'),
    nodeId: optionalText(),
    channel: { type: String, enum: ['mail', 'post', 'phone', 'sms'], required: true },
    template: { type: String, required: true },
    language: { type: String, enum: LOCALES, required: true },
    to: { type: String, required: true },
    /** Where it really went when the administration is in test mode. */
    divertedTo: optionalText(),
    subject: { type: String, required: true },
    fingerprint: { type: String, required: true },
    openCents: { type: Number, required: true },
    state: { type: String, enum: COMMUNICATION_STATES, required: true },
    reservedAt: { type: Date, required: true },
    sentAt: optionalInstant(),
    /** The day of sending in the administration's time zone; what the contact limit counts. */
    sentOn: optionalDay(),
    attempts: { type: Number, default: 0 },
    nextAttemptAt: optionalInstant(),
    providerId: optionalText(),
    because: { type: Schema.Types.Mixed, default: null },
    /** The day it came back or bounced, and who says so and why; it was sent all the same. */
    returnedOn: optionalDay(),
    returnedReason: optionalText(),
    returnedBy: optionalText(),
  })
    .index({ key: 1 }, { unique: true })
    .index({ debtorId: 1, sentOn: 1 })
    .index({ debtorId: 1, reservedAt: -1, _id: -1 })
    .index({ administrationId: 1, reservedAt: -1, _id: -1 })
    .index(
      { administrationId: 1, state: 1 },
      { partialFilterExpression: { state: 'ambiguous' }, name: 'ambiguous' },
    )
    .index(
      { reservedAt: 1 },
      { partialFilterExpression: { state: { $in: ['reserved', 'sending'] } }, name: 'on-the-way' },
    ),
);
export type Communication = Row<typeof communications>;
