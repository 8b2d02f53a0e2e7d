import { DomainError } from '@inning/sdk';

/** An agreement that says only half of what it must; the details name the field. */
export class TermsIncompleteError extends DomainError {
  readonly code = 'TERMS_INCOMPLETE';
  readonly status = 422;

  constructor(field: 'debtorPoints' | 'costsBearer' | 'paymentOrder') {
    super(PROBLEMS[field], { field });
  }
}

const PROBLEMS = {
  debtorPoints: 'Shared costs need either a percentage or an amount for the debtor.',
  costsBearer: 'Only shared costs have a part for the debtor.',
  paymentOrder: 'The order names costs, interest and principal once each.',
};

/** Who sees some administrations of a creditor cannot agree for all of them. */
export class CreditorTermsReachTooFarError extends DomainError {
  readonly code = 'CREDITOR_TERMS_REACH_TOO_FAR';
  readonly status = 403;

  constructor(creditorId: string) {
    super('An agreement for all administrations is made by somebody who sees them all.', {
      creditorId,
    });
  }
}
