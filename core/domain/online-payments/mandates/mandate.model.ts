import { Schema } from 'mongoose';
import {
  defineTable,
  optionalDay,
  optionalInstant,
  optionalText,
  reference,
  type Row,
} from '../../../store/index.ts';

/** `asked` with a payment that is not paid yet; `stopped` for good, until the debtor gives it again. */
export const MANDATE_STATES = ['asked', 'valid', 'stopped'] as const;

/** A debtor allows that later amounts are collected from the account. One per payment provider. */
export const mandates = defineTable(
  'mandates',
  'administration',
  new Schema({
    debtorId: reference('debtors'),
    pluginId: { type: String, required: true },
    /** Who the debtor is at the provider. */
    payerId: { type: String, required: true },
    state: { type: String, enum: MANDATE_STATES, required: true },
    /** The payment it is given with. */
    givenWithId: reference('online-payments'),
    mandateId: optionalText(),
    signedOn: optionalDay(),
    account: optionalText(),
    holder: optionalText(),
    validSince: optionalInstant(),
    stoppedAt: optionalInstant(),
    stoppedBy: optionalText(),
    stopReason: optionalText(),
    /** Withdrawn here and not yet at the provider. */
    endsAtProvider: { type: Boolean, default: false },
  })
    .index({ debtorId: 1, pluginId: 1 }, { unique: true })
    .index({ givenWithId: 1 })
    .index({ endsAtProvider: 1 }, { partialFilterExpression: { endsAtProvider: true } }),
);
export type DebtorMandate = Row<typeof mandates>;
