import { DomainError } from '@inning/sdk';

export class NotSignedInError extends DomainError {
  readonly code = 'NOT_SIGNED_IN';
  readonly status = 401;

  constructor() {
    super('Sign in first.');
  }
}

export class NotAllowedError extends DomainError {
  readonly code = 'NOT_ALLOWED';
  readonly status = 403;

  constructor(role: string) {
    super('Your role does not allow this.', { role });
  }
}

/** A changing request did not carry the token of its own session. */
export class CsrfTokenError extends DomainError {
  readonly code = 'CSRF_TOKEN_INVALID';
  readonly status = 403;

  constructor() {
    super('This request does not carry the token of your session. Load the page again.');
  }
}

/** A page of another site tried to act in somebody's name. */
export class ForeignOriginError extends DomainError {
  readonly code = 'FOREIGN_ORIGIN';
  readonly status = 403;

  constructor() {
    super('Another web site may not do this.');
  }
}

export class RouteNotFoundError extends DomainError {
  readonly code = 'ROUTE_NOT_FOUND';
  readonly status = 404;

  constructor() {
    super('There is nothing at this address.');
  }
}

/** A filter names something outside the scope; it is treated as if it did not exist. */
export class NothingByThisIdError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;

  constructor(field: string) {
    super(`Nothing exists by the id in ${field}.`, { field });
  }
}

export class MethodNotAllowedError extends DomainError {
  readonly code = 'METHOD_NOT_ALLOWED';
  readonly status = 405;

  constructor(allowed: readonly string[]) {
    super(`This address takes ${allowed.join(', ')} only.`, { allowed: allowed.join(', ') });
  }
}

export class TooManyRequestsError extends DomainError {
  readonly code = 'TOO_MANY_REQUESTS';
  readonly status = 429;

  constructor(retryAfterSeconds: number) {
    super('There were too many requests from this address. Wait a moment.', { retryAfterSeconds });
  }
}

/** The body is not JSON, or JSON that two readers could understand differently. */
export class MalformedJsonError extends DomainError {
  readonly code = 'MALFORMED_JSON';
  readonly status = 400;

  constructor(problem: string) {
    super(`The body is not usable as JSON: ${problem}.`);
  }
}

export class MalformedAddressError extends DomainError {
  readonly code = 'MALFORMED_ADDRESS';
  readonly status = 400;

  constructor() {
    super('The address of this request cannot be read.');
  }
}
