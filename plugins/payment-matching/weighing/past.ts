import type { Draft } from '../drafting/proposal.ts';

/** What the earlier payments of a run say of one way to book a payment. */
export type Past = {
  readonly isRepeat: boolean;
  /** The repeat came a week or more after the payment it repeats. */
  readonly isStanding: boolean;
  readonly isSameAmount: boolean;
  /** The same debtor paid the same before, and that still waits for a person, likeliest for this. */
  readonly isWaitedFor: (draft: Draft) => boolean;
  /** An equal invoice of this debtor was booked before without being named. */
  readonly hasEqualBooking: (draft: Draft) => boolean;
};

/** However sure the rest is: of two payments for one invoice a person chooses. */
export const MUST_WAIT = 'repeat-waiting';
