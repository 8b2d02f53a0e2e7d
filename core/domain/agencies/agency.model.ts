import { Schema } from 'mongoose';
import { defineTable, optionalText, type Row } from '../../store/index.ts';

/** A collection agency, bailiff or lawyer that collects for creditors: the top of the tenant tree. */
export const agencies = defineTable(
  'agencies',
  'installation',
  new Schema(
    {
      name: { type: String, required: true, trim: true },
      slug: { type: String, required: true, match: /^[a-z0-9-]+$/ },
      email: optionalText(),
      phone: optionalText(),
      /** It collects claims of others on people, and must therefore stand in the public register (Wki). */
      collectsForOthers: { type: Boolean, default: false },
      /** Its number in that register; stands in every letter. */
      registrationNumber: optionalText(),
      /** Where a complaint goes: an address, a page or a telephone number; stands in every letter. */
      complaints: optionalText(),
      /** Accent colour of its screens, as `#rrggbb`. */
      colour: { type: String, default: '#1f5f8b', match: /^#[0-9a-f]{6}$/i },
    },
    { timestamps: true },
  ).index({ slug: 1 }, { unique: true }),
  { itself: 'agency' },
);
export type Agency = Row<typeof agencies>;
