import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalReference,
  optionalText,
  reference,
  type Row,
  wholeCents,
} from '../../../store/index.ts';

export const MOVEMENT_KINDS = ['allocated', 'reversed', 'remitted', 'returned'] as const;

/** A line of a creditor's statement: what a transaction does to the money of that creditor. */
export const trustMovements = defineTable(
  'trust-movements',
  'creditor',
  new Schema({
    trustAccountId: reference('trust-accounts'),
    transactionId: reference('trust-transactions'),
    /** Counts per account and creditor, without gaps. */
    number: { type: Number, required: true, min: 1 },
    kind: { type: String, enum: MOVEMENT_KINDS, required: true },
    /** Never before that of an earlier line, so that a period that was shown stays as it was. */
    bookedOn: calendarDate(),
    /** The day at the bank. */
    valueOn: calendarDate(),
    at: { type: Date, required: true },
    /** What was booked on the invoice, or went to the creditor; taken back is negative. */
    grossCents: wholeCents(),
    /** What the agency keeps of it, as agreed. */
    feeCents: wholeCents(),
    /** How the balance changed: gross less fee, negative for what went to the creditor. */
    amountCents: wholeCents(),
    balanceAfterCents: wholeCents(),
    administrationId: optionalReference('administrations'),
    invoiceId: optionalReference('invoices'),
    invoiceNumber: optionalText(),
    debtorName: optionalText(),
    paymentId: optionalReference('payments'),
    /** From this day on it may be remitted; before, the payer may have it taken back. */
    availableOn: calendarDate(),
    /** The remittance it is part of; the only field that changes, until the bank has shown it. */
    trustRemittanceId: optionalReference('trust-remittances'),
  })
    .index({ agencyId: 1, creditorId: 1, trustAccountId: 1, number: 1 }, { unique: true })
    .index({ agencyId: 1, trustAccountId: 1, trustRemittanceId: 1, kind: 1 })
    .index({ creditorId: 1, trustAccountId: 1, bookedOn: 1, number: 1 }),
);
export type TrustMovement = Row<typeof trustMovements>;
