import { type CalendarDate, DomainError } from '@inning/sdk';

/** The table of rates begins later than the day asked for. */
export class InterestRateUnknownError extends DomainError {
  readonly code = 'INTEREST_RATE_UNKNOWN';
  readonly status = 422;

  constructor(on: CalendarDate, firstOn: CalendarDate) {
    super(`There is no interest rate for ${on}: the table starts on ${firstOn}.`, { on, firstOn });
  }
}

/** An agreed percentage is a plain decimal number, such as 8 or 7.25. */
export class InterestPercentInvalidError extends DomainError {
  readonly code = 'INTEREST_PERCENT_INVALID';
  readonly status = 422;

  constructor(percent: string) {
    super(`"${percent}" is no percentage; write it as 8 or 7.25.`, { percent });
  }
}

/** Interest grows on a principal of at least zero, and a payment is more than nothing. */
export class InterestAmountInvalidError extends DomainError {
  readonly code = 'INTEREST_AMOUNT_INVALID';
  readonly status = 422;

  constructor(what: 'principal' | 'payment', amountCents: number) {
    super(`${amountCents} cents cannot be a ${what} that interest is computed with.`, {
      what,
      amountCents,
    });
  }
}

/** The scale of collection costs begins later than the day of default. */
export class CostsScaleUnknownError extends DomainError {
  readonly code = 'COSTS_SCALE_UNKNOWN';
  readonly status = 422;

  constructor(on: CalendarDate, firstOn: CalendarDate) {
    super(`There is no scale of collection costs for ${on}: it starts on ${firstOn}.`, {
      on,
      firstOn,
    });
  }
}

/** The table of court fees does not hold that year. */
export class CourtFeeUnknownError extends DomainError {
  readonly code = 'COURT_FEE_UNKNOWN';
  readonly status = 422;

  constructor(on: CalendarDate) {
    super(`There is no court fee for ${on} in the table.`, { on });
  }
}

/** A payment code for a phone cannot hold this; the message names the field. */
export class EpcPayloadInvalidError extends DomainError {
  readonly code = 'EPC_PAYLOAD_INVALID';
  readonly status = 422;

  constructor(field: string, rule: string) {
    super(`A payment code cannot be made: ${field} ${rule}.`, { field });
  }
}

/** A payment reference cannot be made of these characters. */
export class PaymentReferenceInvalidError extends DomainError {
  readonly code = 'PAYMENT_REFERENCE_INVALID';
  readonly status = 422;

  constructor(kind: 'betalingskenmerk' | 'RF', rule: string) {
    super(`A ${kind} reference ${rule}.`, { kind });
  }
}

/** Interest is computed over at most a hundred years. */
export class InterestTermTooLongError extends DomainError {
  readonly code = 'INTEREST_TERM_TOO_LONG';
  readonly status = 422;

  constructor(from: CalendarDate, to: CalendarDate) {
    super(`From ${from} to ${to} is more than a hundred years.`, { from, to });
  }
}

/** A letter is received or returned on the day it was sent or later, not before. */
export class AnnouncementDaysInvalidError extends DomainError {
  readonly code = 'ANNOUNCEMENT_DAYS_INVALID';
  readonly status = 422;

  constructor(what: 'received' | 'returned', on: CalendarDate, sentOn: CalendarDate) {
    super(`A letter of ${sentOn} cannot have been ${what} on ${on}.`, { what, on, sentOn });
  }
}
