import { Schema } from 'mongoose';
import { defineTable, reference, type Row, wholeCents } from '../../../store/index.ts';

/**
 * What a trust account holds for one creditor: a sum of the entries, written in the same transaction.
 * None of the three is ever below zero, and of the first and the last at most one is above it.
 */
export const trustBalances = defineTable(
  'trust-balances',
  'creditor',
  new Schema({
    trustAccountId: reference('trust-accounts'),
    /** Held for the creditor and not promised to the bank yet. */
    heldCents: wholeCents({ min: 0 }),
    /** Part of a remittance that the bank has not shown yet. */
    onItsWayCents: wholeCents({ min: 0 }),
    /** Remitted already and taken back by the payer afterwards: the creditor owes it. */
    recoverableCents: wholeCents({ min: 0 }),
    lastNumber: { type: Number, required: true, min: 0 },
  }).index({ agencyId: 1, trustAccountId: 1, creditorId: 1 }, { unique: true }),
);
export type TrustBalance = Row<typeof trustBalances>;
