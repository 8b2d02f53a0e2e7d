import { type Channel, DEBTOR_KINDS, type DebtorKind } from '@inning/sdk';

/** What matters to the rules of what happened on a way: few values, so that ways stay few. */
export type Facts = {
  /** Who may stand here, in a fixed order. */
  readonly kinds: readonly DebtorKind[];
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
  /** The case went to an agency, a bailiff or a court. */
  readonly isHandedOver: boolean;
};

export const FACTS_AT_START: Facts = {
  kinds: DEBTOR_KINDS,
  costs: 'none',
  letter: null,
  unmarkedLetter: null,
  contacts: 0,
  aimsBeforeDue: false,
  isWarned: false,
  isHandedOver: false,
};

/** The moments that the rules remember. */
export const LETTER = 'announcing letter';
export const UNMARKED = 'letter before its mark';
export const contactMoment = (back: number) => `contact ${back}`;
