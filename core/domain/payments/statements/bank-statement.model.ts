import { Schema } from 'mongoose';
import { defineTable, optionalDay, optionalText, type Row } from '../../../store/index.ts';

/** A statement as the bank gave it, once however often it is delivered: what gaps are found by. */
export const bankStatements = defineTable(
  'bank-statements',
  'administration',
  new Schema({
    account: { type: String, required: true },
    /** Made of everything the statement says of itself. */
    key: { type: String, required: true },
    currency: { type: String, required: true },
    format: optionalText(),
    number: { type: String, default: '' },
    sequence: optionalText(),
    fileName: optionalText(),
    openingCents: { type: Number, default: null },
    openingOn: optionalDay(),
    closingCents: { type: Number, default: null },
    closingOn: optionalDay(),
    lineCount: { type: Number, required: true },
    newCount: { type: Number, required: true },
    totalCents: { type: Number, required: true },
    warnings: { type: [String], default: [] },
    receivedAt: { type: Date, required: true },
    /** When the same statement came last. */
    lastReceivedAt: { type: Date, required: true },
  })
    .index({ administrationId: 1, account: 1, key: 1 }, { unique: true })
    .index({ administrationId: 1, receivedAt: -1, _id: -1 }),
);
export type BankStatementRow = Row<typeof bankStatements>;
