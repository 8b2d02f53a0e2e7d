import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalReference,
  optionalText,
  type Row,
} from '../../../store/index.ts';

const line = new Schema(
  {
    kind: { type: String, enum: ['payment', 'refund', 'chargeback', 'fee'], required: true },
    providerId: optionalText(),
    amountCents: { type: Number, required: true },
  },
  { _id: false },
);

/** A sum that a provider paid out, and what it consists of: it explains a line of the bank. */
export const providerSettlements = defineTable(
  'provider-settlements',
  'administration',
  new Schema({
    pluginId: { type: String, required: true },
    settlementId: { type: String, required: true },
    reference: { type: String, required: true },
    settledOn: calendarDate(),
    amountCents: { type: Number, required: true },
    currency: { type: String, required: true },
    lines: { type: [line], required: true },
    /** The line of the bank that it explains; null while the bank has not told of it. */
    bankLineId: optionalReference('bank-lines'),
    readAt: { type: Date, required: true },
  })
    .index({ administrationId: 1, pluginId: 1, settlementId: 1 }, { unique: true })
    .index({ administrationId: 1, bankLineId: 1 }),
);
export type ProviderSettlement = Row<typeof providerSettlements>;
