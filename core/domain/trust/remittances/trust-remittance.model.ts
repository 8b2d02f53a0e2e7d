import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalInstant,
  optionalReference,
  optionalText,
  reference,
  type Row,
  wholeCents,
} from '../../../store/index.ts';

export const REMITTANCE_STATES = ['proposed', 'approved', 'done', 'withdrawn'] as const;
export const REMITTED_STATES = ['open', 'paid', 'returned', 'cancelled'] as const;

/** One invoice's money in a remittance, so that the creditor sees what it was paid for. */
const part = new Schema(
  {
    movementId: reference('trust-movements'),
    invoiceId: optionalReference('invoices'),
    paymentId: optionalReference('payments'),
    invoiceNumber: optionalText(),
    debtorName: optionalText(),
    bookedOn: calendarDate(),
    grossCents: wholeCents(),
    feeCents: wholeCents(),
    amountCents: wholeCents(),
  },
  { _id: false },
);
const remitted = new Schema(
  {
    creditorId: reference('creditors'),
    creditorName: { type: String, required: true },
    iban: { type: String, required: true },
    accountName: { type: String, required: true },
    amountCents: wholeCents({ min: 1 }),
    endToEndId: { type: String, required: true },
    state: { type: String, enum: REMITTED_STATES, default: 'open' },
    parts: { type: [part], default: [] },
  },
  { _id: false },
);
const person = {
  userId: optionalReference('users'),
  name: optionalText(),
  at: optionalInstant(),
};
const taken = new Schema(
  { at: { type: Date, required: true }, name: { type: String, required: true } },
  { _id: false },
);

/** Payments to creditors that go to the bank in one file: made by one person, approved by another. */
export const trustRemittances = defineTable(
  'trust-remittances',
  'agency',
  new Schema({
    trustAccountId: reference('trust-accounts'),
    number: { type: Number, required: true, min: 1 },
    state: { type: String, enum: REMITTANCE_STATES, required: true },
    executeOn: calendarDate(),
    totalCents: wholeCents({ min: 1 }),
    proposed: person,
    approved: person,
    withdrawn: person,
    withdrawnReason: optionalText(),
    payments: { type: [remitted], default: [] },
    /** Every time the file for the bank was handed out. */
    filesTaken: { type: [taken], default: [] },
  })
    .index({ trustAccountId: 1, number: 1 }, { unique: true })
    .index({ trustAccountId: 1, 'payments.endToEndId': 1 }),
);
export type TrustRemittance = Row<typeof trustRemittances>;
export type RemittedPayment = TrustRemittance['payments'][number];
