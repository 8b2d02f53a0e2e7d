import { type Cents, DomainError } from '@inning/sdk';

/** More arrived than the claim is worth; a person decides what happens to the rest. */
export class PaymentExceedsClaimError extends DomainError {
  readonly code = 'PAYMENT_EXCEEDS_CLAIM';
  readonly status = 409;

  constructor(invoiceId: string, excessCents: Cents) {
    super(`This is ${excessCents} cents more than is open on the invoice.`, {
      invoiceId,
      excessCents,
    });
  }
}

/** An entry would bring a part of a claim below zero; nothing of it was written. */
export class LedgerOverdrawnError extends DomainError {
  readonly code = 'LEDGER_OVERDRAWN';
  readonly status = 409;

  constructor(invoiceId: string, part: string, shortCents: number) {
    super(`Less is open of the ${part} of this invoice than would be taken off.`, {
      invoiceId,
      part,
      shortCents,
    });
  }
}

/** There is nothing left to write off. */
export class NothingOpenError extends DomainError {
  readonly code = 'NOTHING_OPEN';
  readonly status = 409;

  constructor(invoiceId: string) {
    super('Nothing is open on this invoice any more.', { invoiceId });
  }
}
