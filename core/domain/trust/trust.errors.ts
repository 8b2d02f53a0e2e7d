import { DomainError } from '@inning/sdk';

export class TrustAccountNotFoundError extends DomainError {
  readonly code = 'TRUST_ACCOUNT_NOT_FOUND';
  readonly status = 404;

  constructor(trustAccountId: string) {
    super('There is no such trust account.', { trustAccountId });
  }
}

export class TrustAccountTakenError extends DomainError {
  readonly code = 'TRUST_ACCOUNT_TAKEN';
  readonly status = 409;

  constructor(iban: string) {
    super(`${iban} is a trust account already.`, { iban });
  }
}

/** Money of creditors and money of an administration do not come in on one account. */
export class TrustAccountOfAdministrationError extends DomainError {
  readonly code = 'TRUST_ACCOUNT_OF_ADMINISTRATION';
  readonly status = 409;

  constructor(administrationId: string) {
    super('This is the own account of an administration; a trust account stands apart.', {
      administrationId,
    });
  }
}

/** The statement is of another account than the one it was given for. */
export class TrustStatementOfOtherAccountError extends DomainError {
  readonly code = 'TRUST_STATEMENT_OF_OTHER_ACCOUNT';
  readonly status = 409;

  constructor(account: string) {
    super(`This statement is of account ${account}, not of this trust account.`, { account });
  }
}

/** What belongs to one creditor, or to nobody yet, is never used for another. */
export class TrustBalanceTooLowError extends DomainError {
  readonly code = 'TRUST_BALANCE_TOO_LOW';
  readonly status = 409;

  constructor(of: string, short: { readonly heldCents: number; readonly askedCents: number }) {
    super(
      `There is not enough on the trust account for this: ${short.heldCents} cents are held, ` +
        `${short.askedCents} are asked for.`,
      { of, ...short },
    );
  }
}

export class TrustLineNotFoundError extends DomainError {
  readonly code = 'TRUST_LINE_NOT_FOUND';
  readonly status = 404;

  constructor(trustLineId: string) {
    super('There is no such line on a trust account.', { trustLineId });
  }
}

/** Nothing is left of the line to decide about, or it is of the other kind. */
export class TrustLineSettledError extends DomainError {
  readonly code = 'TRUST_LINE_SETTLED';
  readonly status = 409;

  constructor(trustLineId: string, state: string) {
    super(`There is nothing to decide about this line any more (${state}).`, {
      trustLineId,
      state,
    });
  }
}

/** What is booked on invoices, or paid back, can be less than what is left of a line, never more. */
export class TrustLineExceededError extends DomainError {
  readonly code = 'TRUST_LINE_EXCEEDED';
  readonly status = 422;

  constructor(openCents: number, askedCents: number) {
    super(`Only ${openCents} cents of this line are left; ${askedCents} were asked for.`, {
      openCents,
      askedCents,
    });
  }
}

export class TrustRemittanceNotFoundError extends DomainError {
  readonly code = 'TRUST_REMITTANCE_NOT_FOUND';
  readonly status = 404;

  constructor(trustRemittanceId: string) {
    super('There is no such remittance.', { trustRemittanceId });
  }
}

/** The remittance is not in the state that this asks for. */
export class TrustRemittanceStateError extends DomainError {
  readonly code = 'TRUST_REMITTANCE_STATE';
  readonly status = 409;

  constructor(trustRemittanceId: string, state: string) {
    super(`That cannot be done with this remittance any more: it is ${state}.`, {
      trustRemittanceId,
      state,
    });
  }
}

/** Who made a remittance does not approve it. */
export class TrustFourEyesError extends DomainError {
  readonly code = 'TRUST_FOUR_EYES';
  readonly status = 403;

  constructor(proposedBy: string) {
    super(`This remittance was made by ${proposedBy}; somebody else approves it.`, { proposedBy });
  }
}

/** Money goes to another account than before once two different people vouch for it. */
export class TrustPayeeFourEyesError extends DomainError {
  readonly code = 'TRUST_PAYEE_FOUR_EYES';
  readonly status = 403;

  constructor(creditor: string) {
    super(`You vouched for the account of ${creditor}, or changed it; somebody else does now.`, {
      creditor,
    });
  }
}

/** Meanwhile the account became another one. */
export class TrustPayeeChangedError extends DomainError {
  readonly code = 'TRUST_PAYEE_CHANGED';
  readonly status = 409;

  constructor(creditor: string) {
    super(`The account of ${creditor} is another one by now.`, { creditor });
  }
}

/** After the proposal a payer took money back that is in it; make it again. */
export class TrustRemittanceOutdatedError extends DomainError {
  readonly code = 'TRUST_REMITTANCE_OUTDATED';
  readonly status = 409;

  constructor(creditorName: string) {
    super(
      `Money for ${creditorName} was taken back after this remittance was made. Withdraw it and make it again.`,
      { creditorName },
    );
  }
}

export class NothingToRemitError extends DomainError {
  readonly code = 'NOTHING_TO_REMIT';
  readonly status = 409;

  constructor() {
    super('There is nothing to remit to these creditors now.');
  }
}

/** The bank would pay again what it was asked to pay before; whoever wants that says so. */
export class TrustFileTakenError extends DomainError {
  readonly code = 'TRUST_FILE_TAKEN';
  readonly status = 409;

  constructor(taken: { readonly by: string; readonly at: string }) {
    super(`${taken.by} took the file for the bank before. Taking it again could pay twice.`, taken);
  }
}

/** Only what the bank was not asked to pay can be withdrawn as a whole. */
export class TrustFileOutError extends DomainError {
  readonly code = 'TRUST_FILE_OUT';
  readonly status = 409;

  constructor(trustRemittanceId: string) {
    super(
      'The file for the bank was taken already. Cancel single payments once the bank refused them.',
      {
        trustRemittanceId,
      },
    );
  }
}

/** The invoice is in another currency than what came in. */
export class TrustCurrencyError extends DomainError {
  readonly code = 'TRUST_CURRENCY_DIFFERS';
  readonly status = 422;

  constructor(invoiceId: string, currency: string) {
    super(`This invoice is in ${currency}, and that is not the currency of the trust account.`, {
      invoiceId,
      currency,
    });
  }
}
