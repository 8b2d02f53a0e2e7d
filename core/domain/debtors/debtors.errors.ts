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

export class ContactNotFoundError extends DomainError {
  readonly code = 'CONTACT_NOT_FOUND';
  readonly status = 404;

  constructor(contactId: string) {
    super('This debtor has no such contact.', { contactId });
  }
}
