import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalReference,
  reference,
  type Row,
  wholeCents,
} from '../../../store/index.ts';

export const TRUST_KINDS = [
  'received',
  'paid-out',
  'allocated',
  'allocation-reversed',
  'taken-back',
  'reserved',
  'released',
  'remitted',
  'returned',
  'refunded',
  'agency-paid',
] as const;
/** `bank`, `recoverable` and `unexplained` are what there is; the others say whose it is. */
export const TRUST_LEDGERS = [
  'bank',
  'recoverable',
  'unexplained',
  'unallocated',
  'held',
  'on-its-way',
  'agency',
] as const;

const entry = new Schema(
  {
    ledger: { type: String, enum: TRUST_LEDGERS, required: true },
    creditorId: optionalReference('creditors'),
    /** Debit is positive, credit negative; the entries of a transaction add up to zero. */
    amountCents: wholeCents(),
  },
  { _id: false },
);

/** One balanced booking on a trust account, with its cause. Only ever added. */
export const trustTransactions = defineTable(
  'trust-transactions',
  'agency',
  new Schema({
    trustAccountId: reference('trust-accounts'),
    /** Repeating a key changes nothing. */
    key: { type: String, required: true },
    kind: { type: String, enum: TRUST_KINDS, required: true },
    bookedOn: calendarDate(),
    at: { type: Date, required: true },
    by: { type: String, required: true },
    because: { type: Schema.Types.Mixed, required: true },
    trustLineId: optionalReference('trust-lines'),
    paymentId: optionalReference('payments'),
    trustRemittanceId: optionalReference('trust-remittances'),
    entries: { type: [entry], default: [] },
  })
    .index({ trustAccountId: 1, key: 1 }, { unique: true })
    .index({ trustAccountId: 1, bookedOn: 1 })
    .index(
      { paymentId: 1 },
      { partialFilterExpression: { paymentId: { $type: 'objectId' } }, name: 'of-payment' },
    ),
);
export type TrustTransaction = Row<typeof trustTransactions>;
export type TrustKind = (typeof TRUST_KINDS)[number];
export type TrustLedger = (typeof TRUST_LEDGERS)[number];
