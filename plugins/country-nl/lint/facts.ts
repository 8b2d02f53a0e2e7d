import type { Channel, DebtorKind } from '@inning/sdk';

/** What matters to the rules of what happened on a way: few values, so that ways stay few. */
export type Facts = {
  readonly kind: DebtorKind | 'either';
  /** `elsewhere`: announced, but not by this flow, so that nobody knows when. */
  readonly costs: 'none' | 'announced' | 'elsewhere' | 'claimable';
  /** By which the letter left that announced the costs; null while none did. */
  readonly letter: Channel | null;
  /** A letter left whose own words may announce costs, and nothing waited since. */
  readonly unmarkedLetter: Channel | null;
  /** Contacts so far, up to as many as are remembered. */
  readonly contacts: number;
  /** The last wait counts to the due date or a day before it. */
  readonly aimsBeforeDue: boolean;
  /** The last letter of the series left, or one that announced costs. */
  readonly isWarned: boolean;
};

export const FACTS_AT_START: Facts = {
  kind: 'either',
  costs: 'none',
  letter: null,
  unmarkedLetter: null,
  contacts: 0,
  aimsBeforeDue: false,
  isWarned: false,
};

/** The moments that the rules remember. */
export const LETTER = 'announcing letter';
export const UNMARKED = 'letter before its mark';
export const contactMoment = (back: number) => `contact ${back}`;
