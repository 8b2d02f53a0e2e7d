import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalDay,
  optionalText,
  type Row,
  wholeCents,
} from '../../store/index.ts';

export const BANK_LINE_STATES = ['new', 'matched', 'plausible', 'unmatched', 'ignored'] as const;

/** A line of a bank statement, once per account and bank reference however often it is delivered. */
export const bankLines = defineTable(
  'bank-lines',
  'administration',
  new Schema({
    account: { type: String, required: true },
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
    isReversal: { type: Boolean, default: false },
    typeCode: optionalText(),
    receivedAt: { type: Date, required: true },
    state: { type: String, enum: BANK_LINE_STATES, default: 'new' },
    /** What the matcher said of it, as a message with facts. */
    because: { type: Schema.Types.Mixed, default: null },
    /** Debtors that a plausible proposal concerns: their reminders wait for a person. */
    debtorIds: { type: [Schema.Types.ObjectId], default: [] },
    proposal: { type: Schema.Types.Mixed, default: null },
  })
    .index({ administrationId: 1, account: 1, bankReference: 1 }, { unique: true })
    .index({ administrationId: 1, bookedOn: -1, _id: -1 })
    .index({ administrationId: 1, state: 1, bookedOn: 1, _id: 1 })
    .index({ debtorIds: 1 }, { partialFilterExpression: { state: 'plausible' } }),
);
export type BankLineRow = Row<typeof bankLines>;
