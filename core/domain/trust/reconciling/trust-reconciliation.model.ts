import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  reference,
  type Row,
  wholeCents,
} from '../../../store/index.ts';

/** The books of a trust account against the balance that the bank gives for a day. */
export const trustReconciliations = defineTable(
  'trust-reconciliations',
  'agency',
  new Schema({
    trustAccountId: reference('trust-accounts'),
    on: calendarDate(),
    at: { type: Date, required: true },
    /** What the statement of that day closes with. */
    bankCents: wholeCents(),
    /** What the lines that we know add up to. */
    bookedCents: wholeCents(),
    /** The opening balance of the statement less what the one before closed with. */
    gapCents: wholeCents(),
  }).index({ trustAccountId: 1, on: 1 }, { unique: true }),
);
export type TrustReconciliation = Row<typeof trustReconciliations>;
