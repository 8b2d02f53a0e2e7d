import { DomainError } from '@inning/sdk';

export class ContactRecordNotFoundError extends DomainError {
  readonly code = 'CONTACT_RECORD_NOT_FOUND';
  readonly status = 404;

  constructor(recordId: string) {
    super('There is no such contact record.', { recordId });
  }
}
