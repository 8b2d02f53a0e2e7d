import { DomainError } from '@inning/sdk';

/** There is no such publisher, or it is no longer trusted. */
export class PublisherNotFoundError extends DomainError {
  readonly code = 'PUBLISHER_NOT_FOUND';
  readonly status = 404;

  constructor(publisherId: string) {
    super('There is no such publisher.', { publisherId });
  }
}

/** There is a publisher with that name or that key already. */
export class PublisherTakenError extends DomainError {
  readonly code = 'PUBLISHER_TAKEN';
  readonly status = 409;

  constructor(name: string) {
    super(`There is a publisher called ${name}, or with that key, already.`, { name });
  }
}

/** There is no such revocation. */
export class RevocationNotFoundError extends DomainError {
  readonly code = 'REVOCATION_NOT_FOUND';
  readonly status = 404;

  constructor(revocationId: string) {
    super('There is no such revocation.', { revocationId });
  }
}
