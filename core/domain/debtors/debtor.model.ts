import { DEBTOR_FLAGS, DEBTOR_KINDS, LOCALES } from '@inning/sdk';
import { Schema } from 'mongoose';
import {
  defineTable,
  optionalDay,
  optionalInstant,
  optionalReference,
  optionalText,
  type Row,
} from '../../store/index.ts';
import { postalAddress } from '../addresses/index.ts';

const contact = new Schema({
  name: { type: String, required: true, trim: true },
  role: optionalText(),
  gender: { type: String, enum: ['male', 'female', 'other', null], default: null },
  email: optionalText(),
  phone: optionalText(),
  mobile: optionalText(),
  /** Letters by e-mail go here when the debtor itself has no address. */
  getsLetters: { type: Boolean, default: false },
});

/** What is computed from paid invoices; recomputed when an invoice is paid, never edited. */
const behaviour = new Schema(
  {
    class: {
      type: String,
      enum: ['steady', 'unknown', 'fluctuating', 'erratic'],
      default: 'unknown',
    },
    averageTermDays: { type: Number, default: null },
    variationDays: { type: Number, default: null },
    paidCount: { type: Number, default: 0 },
  },
  { _id: false },
);

/** Noted by a person, and cleared by one: nothing is taken away. */
const flag = new Schema(
  {
    flag: { type: String, enum: DEBTOR_FLAGS, required: true },
    setAt: { type: Date, required: true },
    setBy: { type: String, required: true },
    reason: { type: String, required: true },
    clearedAt: optionalInstant(),
    clearedBy: optionalText(),
    clearReason: optionalText(),
  },
  { _id: false },
);

/** A consumer or business that owes, within one administration. */
export const debtors = defineTable(
  'debtors',
  'administration',
  new Schema(
    {
      number: { type: String, required: true, trim: true },
      kind: { type: String, enum: DEBTOR_KINDS, required: true },
      name: { type: String, required: true, trim: true, maxlength: 300 },
      gender: { type: String, enum: ['male', 'female', 'other', null], default: null },
      attention: optionalText(),
      language: { type: String, enum: LOCALES, default: 'nl' },
      email: optionalText(),
      phone: optionalText(),
      mobile: optionalText(),
      contacts: { type: [contact], default: [] },
      invoiceAddress: { type: postalAddress, default: null },
      correspondenceAddress: { type: postalAddress, default: null },
      companyNumber: optionalText(),
      vatNumber: optionalText(),
      ibans: { type: [String], default: [] },
      remarks: optionalText(),
      /** Lower-case words by which a debtor is found; see `search-words.ts`. */
      searchWords: { type: [String], default: [] },
      /** Name and postcode in one form, to know a debtor again who has no number in a file. */
      nameKey: optionalText(),
      /** What the bookkeeping last said of this debtor, so that the same file twice changes nothing. */
      imported: { type: Schema.Types.Mixed, default: null },
      /** A flow chosen for this debtor alone; null follows the choice of the administration. */
      flowId: optionalReference('flows'),
      /** The day on which the debtor promised to pay. */
      promisedOn: optionalDay(),
      pausedSince: optionalInstant(),
      pausedUntil: optionalDay(),
      pauseReason: optionalText(),
      behaviour: { type: behaviour, default: () => ({}) },
      /** Circumstances that hold things back; see `flags.ts`. */
      flags: { type: [flag], default: [] },
    },
    { timestamps: true },
  )
    .index({ administrationId: 1, number: 1 }, { unique: true })
    .index({ administrationId: 1, name: 1, _id: 1 })
    .index({ administrationId: 1, searchWords: 1 })
    .index({ administrationId: 1, nameKey: 1 })
    .index({ administrationId: 1, ibans: 1 })
    .index({ administrationId: 1, vatNumber: 1 })
    .index({ administrationId: 1, companyNumber: 1 })
    .index(
      { flowId: 1 },
      { partialFilterExpression: { flowId: { $type: 'objectId' } }, name: 'own-flow' },
    )
    .index(
      { administrationId: 1, pausedSince: 1 },
      { partialFilterExpression: { pausedSince: { $type: 'date' } }, name: 'paused' },
    ),
);
export type Debtor = Row<typeof debtors>;
