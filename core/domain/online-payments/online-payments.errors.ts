import { type Cents, DomainError } from '@inning/sdk';

export class OnlinePaymentNotFoundError extends DomainError {
  readonly code = 'ONLINE_PAYMENT_NOT_FOUND';
  readonly status = 404;

  constructor(onlinePaymentId: string) {
    super('There is no such online payment.', { onlinePaymentId });
  }
}

/** Nothing may be collected: the debtor gave no mandate, or it ended. */
export class MandateMissingError extends DomainError {
  readonly code = 'MANDATE_MISSING';
  readonly status = 409;

  constructor() {
    super('This debtor has not allowed that amounts are collected from the account.');
  }
}

/** One collection at a time: the bank decides about that first. */
export class CollectionUnderWayError extends DomainError {
  readonly code = 'COLLECTION_UNDER_WAY';
  readonly status = 409;

  constructor(onlinePaymentId: string) {
    super('A collection from this debtor is under way already.', { onlinePaymentId });
  }
}

/** Nothing of what was chosen is open any more, or it is not of this debtor. */
export class NothingToPayError extends DomainError {
  readonly code = 'NOTHING_TO_PAY';
  readonly status = 409;

  constructor() {
    super('None of the chosen invoices can be paid: nothing of them is open.');
  }
}

/** No more can be sent back than came in and is still there. */
export class RefundExceedsPaymentError extends DomainError {
  readonly code = 'REFUND_EXCEEDS_PAYMENT';
  readonly status = 422;

  constructor(leftCents: Cents) {
    super(`Of this payment at most ${leftCents} cents can be sent back.`, { leftCents });
  }
}

export class RefundNotFoundError extends DomainError {
  readonly code = 'REFUND_NOT_FOUND';
  readonly status = 404;

  constructor(key: string) {
    super('There is no such refund.', { key });
  }
}

/** Somebody decided about it already. */
export class RefundDecidedError extends DomainError {
  readonly code = 'REFUND_DECIDED';
  readonly status = 409;

  constructor(state: string) {
    super(`This refund waits for nobody: it is ${state}.`, { state });
  }
}

/** Who asks for a large refund does not approve it. */
export class RefundNeedsSecondPersonError extends DomainError {
  readonly code = 'REFUND_NEEDS_SECOND_PERSON';
  readonly status = 403;

  constructor() {
    super('A colleague must approve this refund: it is above the limit and you asked for it.');
  }
}

/** The connector with which this was paid is not there any more. */
export class ProviderGoneError extends DomainError {
  readonly code = 'PAYMENT_PROVIDER_GONE';
  readonly status = 409;

  constructor(pluginId: string) {
    super(`The payment provider ${pluginId} is not switched on here any more.`, { pluginId });
  }
}

/** Somebody opens one page to pay on after another. */
export class TooManyAttemptsError extends DomainError {
  readonly code = 'TOO_MANY_PAYMENT_ATTEMPTS';
  readonly status = 429;

  constructor() {
    super('Paying was begun too often within an hour. Try again later.');
  }
}
