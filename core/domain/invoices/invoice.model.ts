import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalDay,
  optionalInstant,
  optionalText,
  reference,
  type Row,
  wholeCents,
} from '../../store/index.ts';
import { announcement } from './cost-state/announcement.ts';
import { invoiceDocument } from './invoice-document.ts';

/** What changed, when, by whom; only added to. */
const statusChange = new Schema(
  {
    at: { type: Date, required: true },
    status: { type: String, required: true },
    by: { type: String, required: true },
    reason: optionalText(),
  },
  { _id: false },
);

/**
 * An invoice as the creditor sent it. What is owed lives in the ledger; the `…OpenCents` fields
 * cache it, are written in the same transaction and compared every night.
 */
export const invoices = defineTable(
  'invoices',
  'administration',
  new Schema(
    {
      debtorId: reference('debtors'),
      number: { type: String, required: true, trim: true, maxlength: 100 },
      currency: { type: String, required: true, match: /^[A-Z]{3}$/ },
      totalCents: wholeCents({ min: 1 }),
      invoicedOn: calendarDate(),
      dueOn: calendarDate(), // "Overdue" is not stored: it is `dueOn < today && openCents > 0`.
      description: optionalText(),
      paymentReference: optionalText(),
      /** The number and reference in the forms in which a payer may write them; see `match-keys.ts`. */
      matchKeys: { type: [String], default: [] },
      /** What the bookkeeping last said of it, so that the same file twice changes nothing. */
      imported: { type: Schema.Types.Mixed, default: null },
      openCents: wholeCents({ min: 0 }),
      principalOpenCents: wholeCents({ min: 0 }),
      costsOpenCents: { type: Number, default: 0, min: 0 },
      interestOpenCents: { type: Number, default: 0, min: 0 },
      costState: { type: String, enum: ['none', 'announced', 'claimable'], default: 'none' },
      announcedOn: optionalDay(),
      claimableOn: optionalDay(),
      announcement: { type: announcement, default: null },
      disputedAt: optionalInstant(),
      paidOn: optionalDay(),
      handedOverAt: optionalInstant(),
      documents: { type: [invoiceDocument], default: [] },
      history: { type: [statusChange], default: [] },
    },
    { timestamps: true },
  )
    .index({ administrationId: 1, number: 1 }, { unique: true })
    // Only open invoices: the daily look costs what is open, not what ever was.
    .index(
      { debtorId: 1, dueOn: 1 },
      { partialFilterExpression: { openCents: { $gt: 0 } }, name: 'open-by-debtor' },
    )
    .index(
      { administrationId: 1, dueOn: 1, _id: 1 },
      { partialFilterExpression: { openCents: { $gt: 0 } }, name: 'open-by-due-day' },
    )
    .index({ debtorId: 1, invoicedOn: -1 })
    .index({ debtorId: 1, paidOn: 1 })
    .index({ administrationId: 1, invoicedOn: -1, _id: -1 })
    .index({ administrationId: 1, matchKeys: 1 }),
);
export type Invoice = Row<typeof invoices>;
