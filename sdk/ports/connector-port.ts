/**
 * What every port has that acts outside. All of it is plain data and methods that answer promises of
 * plain data: no dates, no bytes, no functions, so that it crosses into the sandbox as it is. Days are
 * `CalendarDate` texts, moments are ISO 8601 texts in UTC, bytes are base64 texts, money is whole cents.
 */
export type ActingPort = {
  /**
   * True when the same key never acts twice outside, also weeks later. Then whoever calls it may
   * simply call again after a `ConnectorUnavailableError` or `ConnectorAmbiguousError`; otherwise a
   * person decides what an ambiguous call becomes.
   */
  readonly isIdempotent: boolean;
  /** How many calls may be under way at once. */
  readonly concurrency: number;
};

/** A moment as text: `2026-03-01T09:30:00.000Z`. */
export type Instant = string;

/** A file that crosses as text. */
export type CarriedFile = {
  readonly name: string;
  /** Such as `application/pdf`. */
  readonly mediaType: string;
  readonly base64: string;
};
