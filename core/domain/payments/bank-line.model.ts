import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalDay,
  optionalInstant,
  optionalReference,
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
    /** References of the same booking in files of other formats, each as `format reference`. */
    alsoKnownAs: { type: [String], default: [] },
    /** The format of the file that brought it first. */
    format: optionalText(),
    statementId: optionalReference('bank-statements'),
    bookedOn: calendarDate(),
    valueOn: optionalDay(),
    amountCents: wholeCents(),
    currency: { type: String, required: true },
    counterpartyName: optionalText(),
    counterpartyAccount: optionalText(),
    counterpartyBic: optionalText(),
    description: { type: String, default: '' },
    structuredReference: optionalText(),
    endToEndId: optionalText(),
    transactionId: optionalText(),
    mandateId: optionalText(),
    isReversal: { type: Boolean, default: false },
    returnReason: optionalText(),
    typeCode: optionalText(),
    batchReference: optionalText(),
    receivedAt: { type: Date, required: true },
    state: { type: String, enum: BANK_LINE_STATES, default: 'new' },
    /** What the matcher or a person said of it, as a message with facts. */
    because: { type: Schema.Types.Mixed, default: null },
    /** Debtors that a plausible proposal concerns: their reminders wait for a person. */
    debtorIds: { type: [Schema.Types.ObjectId], default: [] },
    /** What the matcher found: proposals with their reasons, see `matching/matched.ts`. */
    match: { type: Schema.Types.Mixed, default: null },
    /** `system`, or the person who booked it or set it aside; null while nobody did. */
    decidedBy: optionalText(),
    decidedAt: optionalInstant(),
  })
    .index({ administrationId: 1, account: 1, bankReference: 1 }, { unique: true })
    .index({ administrationId: 1, bookedOn: -1, _id: -1 })
    .index({ administrationId: 1, state: 1, bookedOn: 1, _id: 1 })
    // The same booking in a file of another format.
    .index({ administrationId: 1, account: 1, bookedOn: 1, amountCents: 1 })
    .index(
      { administrationId: 1, counterpartyAccount: 1, bookedOn: -1 },
      {
        partialFilterExpression: { counterpartyAccount: { $type: 'string' } },
        name: 'of-counterparty',
      },
    )
    // With everything that a count within a scope asks for, so that no line is read to be counted.
    .index({
      statementId: 1,
      state: 1,
      decidedBy: 1,
      agencyId: 1,
      creditorId: 1,
      administrationId: 1,
    })
    .index({ debtorIds: 1 }, { partialFilterExpression: { state: 'plausible' } }),
);
export type BankLineRow = Row<typeof bankLines>;
