import { DomainError } from '@inning/sdk';

/** No mail by that id in the mailbox of this agency. */
export class MailNotKeptError extends DomainError {
  readonly code = 'MAIL_NOT_KEPT';
  readonly status = 404;

  constructor() {
    super('This mail is not in the mailbox.');
  }
}
