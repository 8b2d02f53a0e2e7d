import { DomainError } from '@inning/sdk';

export class CreditorNotFoundError extends DomainError {
  readonly code = 'CREDITOR_NOT_FOUND';
  readonly status = 404;

  constructor(creditorId: string) {
    super('There is no such creditor.', { creditorId });
  }
}

export class CreditorNumberTakenError extends DomainError {
  readonly code = 'CREDITOR_NUMBER_TAKEN';
  readonly status = 409;

  constructor(number: string) {
    super(`There already is a creditor with number ${number}.`, { number });
  }
}
