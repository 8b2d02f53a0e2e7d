import { Schema } from 'mongoose';
import { defineTable, optionalText, reference, type Row } from '../../../store/index.ts';

const voucher = new Schema(
  { userId: reference('users'), name: { type: String, required: true }, at: { type: Date } },
  { _id: false },
);
const vouched = new Schema(
  { iban: { type: String, required: true }, by: { type: [voucher], default: [] } },
  { _id: false },
);

/** What an agency and a creditor agreed about money on the trust account; without it all is remitted. */
export const trustTerms = defineTable(
  'trust-terms',
  'creditor',
  new Schema(
    {
      /** Of what came in for principal and interest, in hundredths of a percent. */
      feeBasisPoints: { type: Number, default: 0, min: 0, max: 10_000 },
      /** Collection costs that a debtor pays are the agency's own. */
      keepsCosts: { type: Boolean, default: false },
      iban: optionalText(),
      accountName: optionalText(),
      /** Who say that an account is of the creditor; who changes it here is the first of them. */
      vouched: { type: vouched, default: null },
    },
    { timestamps: true },
  ).index({ agencyId: 1, creditorId: 1 }, { unique: true }),
);
export type TrustTerms = Row<typeof trustTerms>;
