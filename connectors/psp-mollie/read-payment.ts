import { asFields, asText, cents, type JsonFields, type PaymentStatus } from '@inning/sdk';
import { centsOf } from './amounts.ts';

/** Mollie's words for where a payment stands (API v2, "Payment status"). */
const STATES: Readonly<Record<string, PaymentStatus['state']>> = {
  open: 'open',
  pending: 'pending',
  authorized: 'pending',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
  canceled: 'cancelled',
};

/** A payment of Mollie in the words of the port. A status that is new to us counts as under way. */
export function readPayment(payment: JsonFields): PaymentStatus {
  const state = STATES[asText(payment['status']) ?? ''] ?? 'pending';
  const details = asFields(payment['details']);
  return {
    state,
    paidCents: state === 'paid' ? centsOf(payment['amount']) : cents(0),
    refundedCents: centsOf(payment['amountRefunded']),
    chargedBackCents: centsOf(payment['amountChargedBack']),
    paidAt: momentOf(payment['paidAt']),
    method: asText(payment['method']),
    payerName: asText(details['consumerName']) ?? asText(details['cardHolder']),
    payerAccount: asText(details['consumerAccount']),
  };
}

/** Mollie's moments have an offset (`2026-03-01T10:30:00+01:00`); ours are in UTC. */
export function momentOf(value: unknown): string | null {
  const at = Date.parse(asText(value) ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
