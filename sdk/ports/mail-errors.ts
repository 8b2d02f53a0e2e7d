import { DomainError } from '../errors.ts';

/** The provider will never take this mail (unknown address, refused content). */
export class MailRefusedError extends DomainError {
  readonly code = 'MAIL_REFUSED';
  readonly status = 422;
}

/** The provider did not take the mail and surely did not send it; the same call may succeed later. */
export class MailUnavailableError extends DomainError {
  readonly code = 'MAIL_UNAVAILABLE';
  readonly status = 503;
  override readonly retryable = true;
}

/** The connection broke at a moment at which the mail may or may not have been taken. */
export class MailAmbiguousError extends DomainError {
  readonly code = 'MAIL_AMBIGUOUS';
  readonly status = 502;
}
