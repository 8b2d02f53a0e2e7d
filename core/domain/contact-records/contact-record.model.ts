import { Schema } from 'mongoose';
import {
  defineTable,
  optionalReference,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

export const CONTACT_KINDS = [
  'note',
  'call',
  'call-attempt',
  'mail-received',
  'mail-sent',
  'letter-received',
  'visit',
  'payment-promise',
  'other',
] as const;

const attachment = new Schema({
  fileId: { type: Schema.Types.ObjectId, required: true },
  name: { type: String, required: true },
  mediaType: { type: String, required: true },
  sizeBytes: { type: Number, required: true },
});

/** A line in the debtor's file, written by a person or by a flow (DEBT-02, DEBT-06). */
export const contactRecords = defineTable(
  'contact-records',
  'administration',
  new Schema({
    debtorId: reference('debtors'),
    kind: { type: String, enum: CONTACT_KINDS, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    text: { type: String, default: '', maxlength: 20_000 },
    contactName: optionalText(),
    invoiceIds: { type: [Schema.Types.ObjectId], default: [] },
    instanceId: optionalReference('instances'),
    isAutomatic: { type: Boolean, default: false },
    attachments: { type: [attachment], default: [] },
  }).index({ debtorId: 1, at: -1 }),
);
export type ContactRecord = Row<typeof contactRecords>;
