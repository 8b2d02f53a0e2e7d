import { DomainError } from '@inning/sdk';

/** The administration lacks what a letter needs, such as a sender address or an account to pay to. */
export class SenderMissingError extends DomainError {
  readonly code = 'SENDER_MISSING';
  readonly status = 409;

  constructor(field: string, administrationId: string) {
    super(`The administration has no ${field}; fill it in under its settings.`, {
      field,
      administrationId,
    });
  }
}
