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
} from '../../store/index.ts';

/** `starting` has no page to pay on yet; nobody can have paid it. */
export const ONLINE_PAYMENT_STATES = [
  'starting',
  'open',
  'pending',
  'paid',
  'failed',
  'expired',
  'cancelled',
] as const;
/** `waiting` for a second person; `sending` is decided and tried until the provider has answered. */
export const REFUND_STATES = [
  'waiting',
  'sending',
  'sent',
  'refused',
  'unclear',
  'declined',
] as const;

const item = new Schema(
  { invoiceId: reference('invoices'), amountCents: wholeCents({ min: 1 }) },
  { _id: false },
);

const refund = new Schema(
  {
    key: { type: String, required: true },
    amountCents: wholeCents({ min: 1 }),
    reason: { type: String, required: true, maxlength: 500 },
    state: { type: String, enum: REFUND_STATES, required: true },
    askedAt: { type: Date, required: true },
    askedBy: { type: String, required: true },
    askedById: { type: String, required: true },
    decidedAt: optionalInstant(),
    decidedBy: optionalText(),
    refundId: optionalText(),
    problem: optionalText(),
  },
  { _id: false },
);

/**
 * A debtor's attempt to pay with a payment provider. The money is booked as a payment when the provider
 * itself says that it was paid, once, however often it says so.
 */
export const onlinePayments = defineTable(
  'online-payments',
  'administration',
  new Schema({
    debtorId: reference('debtors'),
    /** Paid by the debtor on a page, or collected from the account on a mandate. */
    kind: { type: String, enum: ['page', 'collection'], default: 'page' },
    /** The payer at the provider who gives a mandate with it, or on whose mandate it is collected. */
    payerId: optionalText(),
    /** The letter with the link. */
    communicationId: optionalReference('communications'),
    items: { type: [item], required: true },
    amountCents: wholeCents({ min: 1 }),
    currency: { type: String, required: true },
    /** What the payer reads with a collection. */
    reference: optionalText(),
    /** The connector that was used; it stays the one for this payment. */
    pluginId: { type: String, required: true },
    providerId: optionalText(),
    payUrl: optionalText(),
    state: { type: String, enum: ONLINE_PAYMENT_STATES, required: true },
    /** What is asked, as long as the same asked again is the same page; nobody gets two pages for it. */
    samePage: optionalText(),
    startedOn: calendarDate(),
    startedAt: { type: Date, required: true },
    checkedAt: optionalInstant(),
    /** When we ask by ourselves; null when nothing can change any more. */
    lookAgainAt: optionalInstant(),
    paidAt: optionalInstant(),
    method: optionalText(),
    payerName: optionalText(),
    payerAccount: optionalText(),
    paidCents: wholeCents({ min: 0 }),
    /** Sent back by us, as the provider tells. */
    refundedCents: wholeCents({ min: 0 }),
    /** Taken back by the payer's bank. */
    chargedBackCents: wholeCents({ min: 0 }),
    paymentId: optionalReference('payments'),
    refunds: { type: [refund], default: [] },
  })
    .index({ debtorId: 1, startedAt: -1, _id: -1 })
    .index({ administrationId: 1, startedAt: -1, _id: -1 })
    .index({ debtorId: 1, state: 1 })
    .index({ lookAgainAt: 1 })
    .index({ state: 1, startedAt: 1 })
    .index({ 'refunds.state': 1 })
    .index(
      { debtorId: 1, samePage: 1 },
      {
        unique: true,
        partialFilterExpression: { samePage: { $type: 'string' } },
        name: 'one-page-for-the-same',
      },
    )
    .index(
      { pluginId: 1, providerId: 1 },
      { partialFilterExpression: { providerId: { $type: 'string' } }, name: 'of-provider' },
    ),
);
export type OnlinePayment = Row<typeof onlinePayments>;
export type Refund = OnlinePayment['refunds'][number];
