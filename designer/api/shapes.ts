import type { BehaviourClass, CalendarDate, Cents, Locale, Message } from '@inning/sdk';

/** An instant as it travels: ISO 8601 in UTC. */
export type Instant = string;

/** A sentence as code and facts; the server may add it in the reader's language. */
export type Said = Message & { readonly text?: string };

export type Pause = {
  readonly pausedSince: Instant | null;
  /** Last day of the pause; null while paused is "until someone resumes it". */
  readonly pausedUntil: CalendarDate | null;
  readonly pauseReason: string | null;
};

export type Behaviour = {
  readonly class: BehaviourClass;
  readonly averageTermDays: number | null;
  readonly variationDays: number | null;
  readonly paidCount: number;
};

export type PostalAddress = {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

export type { BehaviourClass, CalendarDate, Cents, Locale };
