import type { CalendarDate } from '../calendar-date.ts';
import type { Locale } from '../localized.ts';
import type { Cents } from '../money.ts';
import type { BankLine } from './bank-statement-port.ts';

/** A bank that can be connected. */
export type FeedBank = {
  /** Kebab-case, such as `triodos`. */
  readonly id: string;
  /** As the bank calls itself. */
  readonly title: string;
  /** How the owner lets us in: at the bank in the browser, or with a key that was entered here. */
  readonly asks: 'consent' | 'key';
  /** How long a consent lasts at most; null when it does not end. */
  readonly consentDays: number | null;
  /** How often a day the bank lets itself be read when nobody asks for it. */
  readonly readsPerDay: number;
  /** The declared credentials of the connector without which this bank cannot be asked. */
  readonly credentials: readonly string[];
  /** False while a setting is missing that only a person knows, such as the address of the bank. */
  readonly isSetUp: boolean;
};

export type ConsentRequest = {
  readonly bank: string;
  /** Which consent this is; the tokens of the bank are kept under this name. */
  readonly holder: string;
  /** Where the bank sends the browser back to. */
  readonly returnUrl: string;
  readonly until: CalendarDate;
  readonly language: Locale;
  /** The address of the person who asks, because banks want to know it. */
  readonly personIp: string;
};
export type StartedConsent = {
  /** How the connector knows it again; not a secret. */
  readonly consent: string;
  /** Where the owner gives consent; null when nothing is left to be done there. */
  readonly url: string | null;
  /**
   * In place of `url`: the owner signs in for a credential of the connector (kind `oauth2`), and the
   * bank wants these parameters to know for which consent.
   */
  readonly signIn: {
    readonly credential: string;
    readonly parameters: Readonly<Record<string, string>>;
  } | null;
};
export type ConsentState = {
  readonly state: 'waiting' | 'given' | 'refused' | 'ended';
  /** The last day on which the bank still lets us read; null when it does not end. */
  readonly until: CalendarDate | null;
};

export type FeedAccount = {
  /** What the bank calls it, for the questions below. */
  readonly id: string;
  /** IBAN where there is one. */
  readonly account: string;
  readonly currency: string;
  readonly holder: string | null;
};

export type FeedQuestion = {
  readonly consent: string;
  /** The `id` of the account. */
  readonly accountId: string;
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
 * Reads accounts at banks, on behalf of whoever owns them. It only reads, so that every call may be
 * repeated. Throws the errors of `connector-errors.ts`; a consent that has ended is a
 * `ConnectorLockedOutError`. A bank that says when it may be asked again is a `ConnectorUnavailableError`
 * with `retryAfterSeconds` among its details.
 */
export type BankFeedPort = {
  banks(): Promise<readonly FeedBank[]>;
  begin(request: ConsentRequest): Promise<StartedConsent>;
  consent(asked: { readonly consent: string }): Promise<ConsentState>;
  accounts(asked: { readonly consent: string }): Promise<readonly FeedAccount[]>;
  lines(question: FeedQuestion): Promise<FeedPage>;
  /** Null when the bank does not tell. */
  balance(asked: {
    readonly consent: string;
    readonly accountId: string;
  }): Promise<FeedBalance | null>;
};
