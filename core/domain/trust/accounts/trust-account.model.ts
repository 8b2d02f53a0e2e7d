import { Schema } from 'mongoose';
import { defineTable, optionalText, reference, type Row } from '../../../store/index.ts';

const balance = () =>
  ({
    type: Number,
    default: 0,
    validate: { validator: Number.isSafeInteger, message: '{PATH} must be whole cents' },
  }) as const;

/** A bank account on which an agency receives money that belongs to its creditors. */
export const trustAccounts = defineTable(
  'trust-accounts',
  'agency',
  new Schema(
    {
      name: { type: String, required: true, trim: true, maxlength: 100 },
      iban: { type: String, required: true, match: /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/ },
      bic: optionalText(),
      holderName: { type: String, required: true, trim: true, maxlength: 70 },
      currency: { type: String, default: 'EUR', match: /^[A-Z]{3}$/ },
      /** How long a receipt that the payer can have taken back stays here before it is remitted. */
      holdDays: { type: Number, default: 56, min: 0, max: 400 },
      /** Where tasks about the account as a whole stand: a set of books of the agency's own. */
      homeCreditorId: reference('creditors'),
      homeAdministrationId: reference('administrations'),
      /** Sums of the entries, written in the same transaction; compared every night. */
      bankCents: balance(),
      unallocatedCents: balance(),
      agencyCents: balance(),
      unexplainedCents: balance(),
    },
    { timestamps: true },
  ).index({ agencyId: 1, iban: 1 }, { unique: true }),
);
export type TrustAccount = Row<typeof trustAccounts>;
