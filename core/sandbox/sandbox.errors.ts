import { DomainError, type ErrorDetails } from '@inning/sdk';

export type SandboxFailure = 'crash' | 'timeout' | 'memory' | 'flood' | 'threw';

/** Code of others crashed, took too long or too much, or threw; `details.kind` says which. */
export class SandboxFailedError extends DomainError {
  readonly code = 'SANDBOX_FAILED';
  readonly status = 502;
  override readonly retryable = true;
  readonly kind: SandboxFailure;

  constructor(kind: SandboxFailure, reason: string, details: ErrorDetails = {}) {
    super(reason, { ...details, kind });
    this.kind = kind;
  }
}

/** What a plugin in the sandbox threw on purpose: its own code, words and `retryable` stand. */
export class GuestRefusedError extends DomainError {
  readonly code: string;
  readonly status: number;
  override readonly retryable: boolean;

  constructor(thrown: {
    readonly code: string;
    readonly status: number;
    readonly retryable: boolean;
    readonly message: string;
    readonly details: ErrorDetails;
  }) {
    super(thrown.message, thrown.details);
    this.code = thrown.code;
    this.status = thrown.status;
    this.retryable = thrown.retryable;
  }
}

/** A plugin in the sandbox answered something else than its definition promises. */
export class SandboxAnswerInvalidError extends DomainError {
  readonly code = 'SANDBOX_ANSWER_INVALID';
  readonly status = 502;
}

/** The sandbox was closed while this waited. */
export class SandboxClosedError extends DomainError {
  readonly code = 'SANDBOX_CLOSED';
  readonly status = 503;
  override readonly retryable = true;
}
