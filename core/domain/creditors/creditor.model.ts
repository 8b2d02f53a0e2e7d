import { Schema } from 'mongoose';
import { defineTable, optionalText, type Row } from '../../store/index.ts';
import { postalAddress } from '../addresses/index.ts';

/** The party to whom money is owed; its books are its administrations. */
export const creditors = defineTable(
  'creditors',
  'agency',
  new Schema(
    {
      name: { type: String, required: true, trim: true },
      number: { type: String, required: true, trim: true },
      email: optionalText(),
      phone: optionalText(),
      companyNumber: optionalText(),
      vatNumber: optionalText(),
      address: { type: postalAddress, default: null },
      logoUrl: optionalText(),
    },
    { timestamps: true },
  ).index({ agencyId: 1, number: 1 }, { unique: true }),
  { itself: 'creditor' },
);
export type Creditor = Row<typeof creditors>;
