import { DomainError } from '@inning/sdk';

export class BankConnectionNotFoundError extends DomainError {
  readonly code = 'BANK_CONNECTION_NOT_FOUND';
  readonly status = 404;

  constructor(connectionId: string) {
    super('There is no such bank connection.', { connectionId });
  }
}

/** The connector was switched off, or does not know this bank (any more). */
export class BankUnknownError extends DomainError {
  readonly code = 'BANK_UNKNOWN';
  readonly status = 409;

  constructor(bank: string) {
    super('This bank cannot be connected here: its connector is not switched on.', { bank });
  }
}

/** Nobody gave consent at the bank, or it has ended. */
export class BankConsentMissingError extends DomainError {
  readonly code = 'BANK_CONSENT_MISSING';
  readonly status = 409;

  constructor(state: string) {
    super('The bank was not given consent for this connection yet, or it has ended.', { state });
  }
}

/** Only accounts that the bank shows can be read. */
export class BankAccountNotSharedError extends DomainError {
  readonly code = 'BANK_ACCOUNT_NOT_SHARED';
  readonly status = 422;

  constructor(accountId: string) {
    super('The bank does not show this account under this consent.', { accountId });
  }
}

/** The bank said when it may be asked again, and that has not come yet. */
export class BankAskedToWaitError extends DomainError {
  readonly code = 'BANK_ASKED_TO_WAIT';
  readonly status = 409;

  constructor(bank: string, until: Date) {
    super(`${bank} asked to wait until ${until.toISOString()}.`, {
      bank,
      until: until.getTime(),
    });
  }
}
