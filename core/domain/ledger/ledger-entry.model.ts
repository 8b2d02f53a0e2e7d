import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalReference,
  reference,
  type Row,
  wholeCents,
} from '../../store/index.ts';

export const LEDGER_KINDS = ['owed', 'credited', 'reversed', 'written-off'] as const;
export const LEDGER_PARTS = ['principal', 'costs', 'interest', 'administration-costs'] as const;

/**
 * One line of what is owed: only ever added, never changed or removed. `amountCents` is signed:
 * positive raises what is open (owed, reversed payment), negative lowers it (credited, written off).
 */
export const ledgerEntries = defineTable(
  'ledger-entries',
  'administration',
  new Schema({
    /** Repeating a key changes nothing: the entry that is there stands. */
    key: { type: String, required: true },
    invoiceId: reference('invoices'),
    debtorId: reference('debtors'),
    kind: { type: String, enum: LEDGER_KINDS, required: true },
    part: { type: String, enum: LEDGER_PARTS, required: true },
    amountCents: wholeCents(),
    bookedOn: calendarDate(),
    at: { type: Date, required: true },
    /** Why, as a message code with facts (see the SDK's `Message`). */
    reason: { type: Schema.Types.Mixed, required: true },
    by: { type: String, required: true },
    paymentId: optionalReference('payments'),
    reversesId: optionalReference('ledger-entries'),
  })
    .index({ administrationId: 1, key: 1 }, { unique: true })
    .index({ invoiceId: 1, at: 1 })
    .index({ debtorId: 1, at: 1 }),
);
export type LedgerEntry = Row<typeof ledgerEntries>;
