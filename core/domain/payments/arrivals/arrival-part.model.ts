import { Schema } from 'mongoose';
import { defineTable, type Row } from '../../../store/index.ts';

/** Some lines of a large statement that was accepted and is still coming in, packed. */
export const bankArrivalParts = defineTable(
  'bank-arrival-parts',
  'administration',
  new Schema({
    arrivalId: { type: Schema.Types.ObjectId, required: true },
    /** Its place among the parts of the statement, from 0. */
    at: { type: Number, required: true },
    packed: { type: Buffer, required: true },
    storedAt: { type: Date, required: true },
  })
    .index({ arrivalId: 1, at: 1 }, { unique: true })
    .index({ storedAt: 1 }),
);
export type BankArrivalPart = Row<typeof bankArrivalParts>;
