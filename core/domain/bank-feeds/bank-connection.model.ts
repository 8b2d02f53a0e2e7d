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

/** `waiting` for consent at the bank; `ended` needs a person; `stopped` was ended by one of ours. */
export const CONNECTION_STATES = ['waiting', 'active', 'refused', 'ended', 'stopped'] as const;

const found = new Schema(
  {
    id: { type: String, required: true },
    account: { type: String, required: true },
    currency: { type: String, required: true },
    holder: optionalText(),
  },
  { _id: false },
);

/** A bank that its owner lets us read, under one consent at a time. */
export const bankConnections = defineTable(
  'bank-connections',
  'administration',
  new Schema({
    /** The connector, and which of its banks. */
    pluginId: { type: String, required: true },
    bank: { type: String, required: true },
    title: { type: String, required: true },
    readsPerDay: { type: Number, required: true, min: 1 },
    state: { type: String, enum: CONNECTION_STATES, required: true },
    consent: optionalText(),
    consentUntil: optionalDay(),
    /** A consent that was asked for and not given yet, while the one before still works. */
    askedConsent: optionalText(),
    credential: optionalText(),
    /** What the bank lets us see. */
    found: { type: [found], default: [] },
    startedAt: { type: Date, required: true },
    startedBy: { type: String, required: true },
    endedAt: optionalInstant(),
  }).index({ administrationId: 1, startedAt: -1, _id: -1 }),
);
export type BankConnection = Row<typeof bankConnections>;

/** One account of a connection, and how far it was read. */
export const feedAccounts = defineTable(
  'feed-accounts',
  'administration',
  new Schema({
    connectionId: reference('bank-connections'),
    trustAccountId: optionalReference('trust-accounts'),
    /** As the bank calls it. */
    accountId: { type: String, required: true },
    account: { type: String, required: true },
    currency: { type: String, required: true },
    holder: optionalText(),
    isOn: { type: Boolean, default: true },
    firstDay: { type: String, required: true },
    /** Read completely up to and with this day; null is nothing yet. */
    readUntil: optionalDay(),
    /** When that was a reading up to the day itself. */
    freshAt: optionalInstant(),
    lastReadAt: optionalInstant(),
    lineCount: { type: Number, default: 0 },
    /** When it is read by itself; a reading under way moves it on, so that nobody reads at once. */
    nextReadAt: { type: Date, required: true },
    failureCount: { type: Number, default: 0 },
    /** The bank asked for rest until then; nobody asks it before. */
    restUntil: optionalInstant(),
    /** The code of what went wrong last; null when it went well. */
    problem: optionalText(),
    problemSince: optionalInstant(),
  })
    .index({ connectionId: 1, accountId: 1 }, { unique: true })
    .index({ isOn: 1, nextReadAt: 1 })
    .index({ administrationId: 1 }),
);
export type FeedAccountRow = Row<typeof feedAccounts>;
