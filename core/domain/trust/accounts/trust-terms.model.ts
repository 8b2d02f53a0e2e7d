import { Schema } from 'mongoose';
import { defineTable, optionalText, type Row } from '../../../store/index.ts';

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
    },
    { timestamps: true },
  ).index({ agencyId: 1, creditorId: 1 }, { unique: true }),
);
export type TrustTerms = Row<typeof trustTerms>;
