import type { CalendarDate } from '../calendar-date.ts';
import type { DebtorKind } from '../country.ts';
import type { Cents } from '../money.ts';
import type { ActingPort } from './connector-port.ts';
import type { PostalAddress } from './invoice-import-port.ts';

export type RatedParty = {
  readonly kind: DebtorKind;
  readonly name: string;
  /** Chamber of commerce number; the surest way to find a business. */
  readonly companyNumber: string | null;
  readonly address: PostalAddress | null;
};

export type CreditRating = {
  /** `unknown`: the service does not know this party. That is an answer, not an error. */
  readonly verdict: 'good' | 'doubtful' | 'bad' | 'unknown';
  /** In the service's own scale, for a person. */
  readonly score: string | null;
  /** Up to where the service thinks credit is safe. */
  readonly limitCents: Cents | null;
  /** The day the service came to this verdict. */
  readonly ratedOn: CalendarDate | null;
  /** In the service's words. */
  readonly reasons: readonly string[];
};

/**
 * Asks what somebody's credit is worth. A question may cost money and leave a trace at the service:
 * with the same key it is asked once. Throws the four errors of `connector-errors.ts`.
 */
export type CreditRatingPort = ActingPort & {
  rate(question: { readonly key: string; readonly party: RatedParty }): Promise<CreditRating>;
};
