import type { CalendarDate } from '../calendar-date.ts';
import type { Cents } from '../money.ts';
import type { BankLine } from './bank-statement-port.ts';

export type FeedAccount = {
  /** IBAN where there is one. */
  readonly account: string;
  readonly currency: string;
  readonly holder: string | null;
  /** The last day on which the bank still lets us read; null when it does not end. */
  readonly consentUntil: CalendarDate | null;
};

export type FeedQuestion = {
  readonly account: string;
  /** First and last booking day, both included. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** `next` of the answer before; null for the first page. */
  readonly cursor: string | null;
};
export type FeedPage = {
  /** Booked lines only, never pending ones; `bankReference` is the same on every later reading. */
  readonly lines: readonly BankLine[];
  /** Null when this was the last page. */
  readonly next: string | null;
};
export type FeedBalance = { readonly bookedCents: Cents; readonly on: CalendarDate };

/**
 * Reads accounts at a bank, on behalf of whoever owns them. It only reads, so that every call may be
 * repeated. Throws the errors of `connector-errors.ts`; a consent that has ended is a
 * `ConnectorLockedOutError`.
 */
export type BankFeedPort = {
  accounts(): Promise<readonly FeedAccount[]>;
  lines(question: FeedQuestion): Promise<FeedPage>;
  /** Null when the bank does not tell. */
  balance(account: string): Promise<FeedBalance | null>;
};
