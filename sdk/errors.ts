export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Base of every error we throw on purpose. `code` is public API; `message` is for people. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  /** What the API answers when this error reaches a route. */
  abstract readonly status: number;
  /** True when the same call may succeed later, so that a job tries again. */
  readonly retryable: boolean = false;
  readonly details: ErrorDetails;

  constructor(message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.details = details;
  }
}
