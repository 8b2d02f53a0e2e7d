import type { Cents, Locale } from '@inning/sdk';

/** All that a page without an account may show: what is open today, and where to pay it. */
export type PublicLetter = {
  readonly language: Locale;
  readonly creditorName: string;
  /** Of everything this letter was about, counted now. */
  readonly openCents: Cents;
  readonly currency: string;
  /** Null when the administration has no account on file; the page then points to the letter. */
  readonly iban: string | null;
  readonly accountName: string | null;
  readonly reference: string | null;
};

/** Null when this communication does not exist (any more). */
export type FindPublicLetter = (communicationId: string) => Promise<PublicLetter | null>;
