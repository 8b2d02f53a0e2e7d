import type { CalendarDate } from '../calendar-date.ts';
import type { Cents } from '../money.ts';
import type { ActingPort, CarriedFile } from './connector-port.ts';

/** Who stands on the envelope; nothing of it is longer than 200 characters. */
export type PostalParty = {
  readonly name: string;
  /** For the attention of; the second line on the envelope. */
  readonly attention: string | null;
  readonly street: string;
  readonly houseNumber: string | null;
  readonly postcode: string;
  readonly city: string;
  /** Province or state, where the country's post needs one. */
  readonly region: string | null;
  /** ISO 3166, such as `NL`. */
  readonly country: string;
};

/** A finished letter on paper. */
export type OutgoingLetter = {
  /** Same key, same letter. */
  readonly key: string;
  readonly from: PostalParty;
  readonly to: PostalParty;
  /** A whole PDF, or one PDF per page, in order. The address stands where the window is, or nowhere. */
  readonly content:
    { readonly pdfBase64: string } | { readonly pagesBase64: readonly [string, ...string[]] };
  readonly isColour: boolean;
  readonly isDoubleSided: boolean;
  /** `registered` is handed over against signature; the provider keeps proof of it. */
  readonly service: 'standard' | 'registered';
};

export type LetterState =
  | 'accepted'
  | 'printed'
  /** Handed to the post: from here `proof` may answer. */
  | 'posted'
  | 'delivered'
  | 'returned'
  | 'cancelled'
  /** Taken first and then not made; the reason says why. */
  | 'failed';
export type LetterStatus = {
  readonly state: LetterState;
  /** The day of that state; null when the provider does not say. */
  readonly on: CalendarDate | null;
  /** In the provider's words, for a person. */
  readonly reason: string | null;
};
export type ProofOfPosting = {
  readonly postedOn: CalendarDate;
  /** The number by which the post knows it. */
  readonly trackingNumber: string | null;
  /** The paper that proves it, when the provider gives one. */
  readonly document: CarriedFile | null;
};

/** Prints and posts letters. Throws the four errors of `connector-errors.ts`. */
export type PostPort = ActingPort & {
  send(letter: OutgoingLetter): Promise<{
    readonly providerId: string;
    /** What it costs; null when the provider does not say. */
    readonly costCents: Cents | null;
  }>;
  /** Throws a ConnectorRefusedError for an id the provider does not know. */
  status(providerId: string): Promise<LetterStatus>;
  /** Null as long as nothing proves that it was posted. */
  proof(providerId: string): Promise<ProofOfPosting | null>;
  /** False when it is too late, or when this provider cannot. */
  cancel(providerId: string): Promise<{ readonly isCancelled: boolean }>;
};
