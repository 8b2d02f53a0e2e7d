import type { MatchDecision, MatchSignal, Message } from '@inning/sdk';
import type { Id } from '../../../store/index.ts';
import { toId } from '../../routing/index.ts';
import type { OwnedAllocation } from './bookings-of-line.ts';

/** A way to book a line, with what speaks for it and against it. */
export type OwnedProposal = {
  readonly allocations: readonly OwnedAllocation[];
  readonly score: number;
  readonly signals: readonly MatchSignal[];
  readonly conflicts: readonly MatchSignal[];
  readonly because: Message;
};
/** What a matcher found for a line, as it is kept with it. */
export type Matched = {
  readonly certainty: number;
  readonly margin: number;
  readonly policy: string;
  /** Debtors whose reminders wait until a person has looked: they may well have paid. */
  readonly heldDebtorIds: readonly Id[];
  readonly proposals: readonly OwnedProposal[];
};

export const matchedOf = (
  decision: MatchDecision,
  proposals: readonly OwnedProposal[],
): Matched | null =>
  proposals.length === 0
    ? null
    : {
        certainty: decision.certainty,
        margin: decision.margin,
        policy: decision.policy,
        heldDebtorIds: decision.heldDebtorIds.map(toId),
        proposals,
      };
