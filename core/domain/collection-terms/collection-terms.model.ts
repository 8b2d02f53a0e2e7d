import { Schema } from 'mongoose';
import { calendarDate, defineTable, optionalReference, type Row } from '../../store/index.ts';

const optionalCents = () => ({ type: Number, default: null, min: 0 });

/** A percentage a year as a decimal text, alone or on top of the rate by law. */
const agreedInterest = new Schema(
  { percent: { type: String, required: true }, isOnTop: { type: Boolean, required: true } },
  { _id: false },
);

/**
 * What a creditor agreed about costs and interest, from a day on: only ever added, so that the history
 * stays. A row of an administration goes before one of its creditor.
 */
export const collectionTerms = defineTable(
  'collection-terms',
  'creditor',
  new Schema({
    administrationId: optionalReference('administrations'),
    validFrom: calendarDate(),
    /** Who bears the costs of collecting. */
    costsBearer: { type: String, enum: ['debtor', 'creditor', 'shared'], required: true },
    /** When shared: the debtor's part in hundredths of a percent, or his most in cents. */
    debtorPoints: { type: Number, default: null, min: 0, max: 10_000 },
    debtorCents: optionalCents(),
    /** What was agreed with businesses: hundredths of a percent of the principal, and no less than that. */
    businessPoints: { type: Number, default: null, min: 0, max: 10_000 },
    businessMinimumCents: optionalCents(),
    interest: { type: String, enum: ['never', 'with-costs', 'from-due'], required: true },
    consumerInterest: { type: agreedInterest, default: null },
    businessInterest: { type: agreedInterest, default: null },
    isVatDeductible: { type: Boolean, required: true },
    /** What a payment reduces first; null follows the law of the country. */
    paymentOrder: {
      type: [{ type: String, enum: ['costs', 'interest', 'principal'] }],
      default: null,
    },
    keepsCostsOpen: { type: Boolean, required: true },
    reason: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  }).index({ creditorId: 1, administrationId: 1, validFrom: -1, at: -1 }),
);
export type CollectionTermsRow = Row<typeof collectionTerms>;
