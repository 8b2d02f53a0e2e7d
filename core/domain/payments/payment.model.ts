import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalReference,
  optionalText,
  reference,
  type Row,
  wholeCents,
} from '../../store/index.ts';

const allocation = new Schema(
  { invoiceId: reference('invoices'), amountCents: wholeCents({ min: 1 }) },
  { _id: false },
);

/** Money that came in, with the claims it was booked on. A mistake is reversed, never edited. */
export const payments = defineTable(
  'payments',
  'administration',
  new Schema({
    key: { type: String, required: true },
    debtorId: reference('debtors'),
    bankLineId: optionalReference('bank-lines'),
    amountCents: wholeCents({ min: 1 }),
    receivedOn: calendarDate(),
    at: { type: Date, required: true },
    by: { type: String, required: true },
    because: { type: Schema.Types.Mixed, required: true },
    allocations: { type: [allocation], default: [] },
    reversedAt: { type: Date, default: null },
    reversalReason: optionalText(),
    /** The line by which the bank took it back, when that is why it was reversed. */
    reversedByLineId: optionalReference('bank-lines'),
    /** What was paid back to the payer of what no invoice took. */
    refundedCents: { type: Number, default: 0, min: 0 },
  })
    .index({ administrationId: 1, key: 1 }, { unique: true })
    .index({ debtorId: 1, receivedOn: -1, _id: -1 })
    .index(
      { bankLineId: 1 },
      { partialFilterExpression: { bankLineId: { $type: 'objectId' } }, name: 'of-bank-line' },
    )
    .index(
      { reversedByLineId: 1 },
      { partialFilterExpression: { reversedByLineId: { $type: 'objectId' } }, name: 'taken-back' },
    ),
);
export type Payment = Row<typeof payments>;
