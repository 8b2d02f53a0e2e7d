import { DomainError } from '@inning/sdk';

export class DebtorNotFoundError extends DomainError {
  readonly code = 'DEBTOR_NOT_FOUND';
  readonly status = 404;

  constructor(debtorId: string) {
    super('There is no such debtor.', { debtorId });
  }
}

export class DebtorNumberTakenError extends DomainError {
  readonly code = 'DEBTOR_NUMBER_TAKEN';
  readonly status = 409;

  constructor(number: string) {
    super(`This administration already has a debtor with number ${number}.`, { number });
  }
}

/** One note of each kind stands at a time; who noted it first stays in the file. */
export class DebtorFlagSetAlreadyError extends DomainError {
  readonly code = 'DEBTOR_FLAG_SET_ALREADY';
  readonly status = 409;

  constructor(flag: string) {
    super(`It is noted already of this debtor: ${flag}.`, { flag });
  }
}

export class DebtorFlagNotSetError extends DomainError {
  readonly code = 'DEBTOR_FLAG_NOT_SET';
  readonly status = 409;

  constructor(flag: string) {
    super(`It is not noted of this debtor: ${flag}.`, { flag });
  }
}

export class ContactNotFoundError extends DomainError {
  readonly code = 'CONTACT_NOT_FOUND';
  readonly status = 404;

  constructor(contactId: string) {
    super('This debtor has no such contact.', { contactId });
  }
}
