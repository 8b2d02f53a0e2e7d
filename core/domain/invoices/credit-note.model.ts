import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalText,
  reference,
  type Row,
  wholeCents,
} from '../../store/index.ts';
import { invoiceDocument } from './invoice-document.ts';

/** A credit note as the creditor sent it. What it takes off an invoice stands in the ledger. */
export const creditNotes = defineTable(
  'credit-notes',
  'administration',
  new Schema({
    debtorId: reference('debtors'),
    number: { type: String, required: true, trim: true, maxlength: 100 },
    currency: { type: String, required: true, match: /^[A-Z]{3}$/ },
    totalCents: wholeCents({ min: 1 }),
    /** What no invoice has taken yet: a person decides, unless the corrected invoice still comes. */
    unallocatedCents: wholeCents({ min: 0 }),
    creditedOn: calendarDate(),
    correctsNumber: optionalText(),
    description: optionalText(),
    documents: { type: [invoiceDocument], default: [] },
    receivedAt: { type: Date, required: true },
    by: { type: String, required: true },
  })
    .index({ administrationId: 1, number: 1 }, { unique: true })
    .index({ debtorId: 1, creditedOn: -1 })
    .index(
      { administrationId: 1, correctsNumber: 1 },
      { partialFilterExpression: { unallocatedCents: { $gt: 0 } }, name: 'unallocated' },
    ),
);
export type CreditNote = Row<typeof creditNotes>;
