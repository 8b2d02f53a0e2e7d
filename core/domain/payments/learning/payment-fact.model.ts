import { Schema } from 'mongoose';
import {
  defineTable,
  optionalInstant,
  optionalReference,
  optionalText,
  reference,
  type Row,
} from '../../../store/index.ts';

export const FACT_KINDS = ['account', 'text'] as const;

/** What was learned about who pays for whom; read by the matcher until somebody has it forgotten. */
export const paymentFacts = defineTable(
  'payment-facts',
  'administration',
  new Schema({
    /** What is known, in one form: a fact stands once, however often it is seen. */
    key: { type: String, required: true },
    kind: { type: String, enum: FACT_KINDS, required: true },
    account: optionalText(),
    name: optionalText(),
    text: optionalText(),
    debtorId: reference('debtors'),
    /** `system` from a booking, or the person whose choice it follows. */
    learnedBy: { type: String, required: true },
    learnedAt: { type: Date, required: true },
    bankLineId: optionalReference('bank-lines'),
    forgottenAt: optionalInstant(),
    forgottenBy: optionalText(),
  })
    .index({ administrationId: 1, key: 1 }, { unique: true })
    .index({ administrationId: 1, kind: 1, account: 1 })
    .index({ administrationId: 1, learnedAt: -1, _id: -1 })
    .index(
      { bankLineId: 1 },
      { partialFilterExpression: { bankLineId: { $type: 'objectId' } }, name: 'of-line' },
    ),
);
export type PaymentFact = Row<typeof paymentFacts>;
