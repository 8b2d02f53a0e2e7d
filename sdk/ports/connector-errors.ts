import { DomainError } from '../errors.ts';

// What goes wrong outside has the same four faces for every port but mail, which has its own three:
// whoever calls a port needs to know whether to try again, not which vendor said no.

/** The other side will never do this: an unknown address, a refused document. */
export class ConnectorRefusedError extends DomainError {
  readonly code = 'CONNECTOR_REFUSED';
  readonly status = 422;
}

/** The other side surely did not do it (away, too busy); the same call may succeed later. */
export class ConnectorUnavailableError extends DomainError {
  readonly code = 'CONNECTOR_UNAVAILABLE';
  readonly status = 503;
  override readonly retryable = true;
}

/** The connection broke at a moment at which the other side may or may not have done it. */
export class ConnectorAmbiguousError extends DomainError {
  readonly code = 'CONNECTOR_AMBIGUOUS';
  readonly status = 502;
}

/** The other side does not let us in (any more): a person must sign in or enter the key again. */
export class ConnectorLockedOutError extends DomainError {
  readonly code = 'CONNECTOR_LOCKED_OUT';
  readonly status = 409;
}
