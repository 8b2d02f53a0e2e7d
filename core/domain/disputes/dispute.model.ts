import { Schema } from 'mongoose';
import {
  defineTable,
  optionalInstant,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

/** A debtor contests one or more invoices; they are kept out of reminders and handover until settled. */
export const disputes = defineTable(
  'disputes',
  'administration',
  new Schema({
    debtorId: reference('debtors'),
    invoiceIds: { type: [Schema.Types.ObjectId], required: true },
    reason: { type: String, required: true, maxlength: 5_000 },
    openedAt: { type: Date, required: true },
    openedBy: { type: String, required: true },
    settledAt: optionalInstant(),
    settledBy: optionalText(),
    outcome: {
      type: String,
      enum: ['upheld', 'rejected', 'partly-upheld', 'withdrawn', null],
      default: null,
    },
    note: optionalText(),
  })
    .index({ debtorId: 1, settledAt: 1 })
    .index({ administrationId: 1, settledAt: 1 }),
);
export type Dispute = Row<typeof disputes>;
