import { type Message, message, type NodePorts, sayMessage } from '@inning/sdk';
import {
  claimTexts,
  decideCosts,
  type CostDecision,
  interestBookings,
} from '../../../domain/claims/index.ts';
import type { Effect } from '../moves/index.ts';
import type { Walk } from '../walking/index.ts';

type Wanting = {
  readonly pending: () => readonly Effect[];
  readonly want: (...effects: readonly Effect[]) => void;
};
type Claimable = Awaited<ReturnType<NodePorts['costs']['makeClaimable']>>;

/** What a step may want of collection costs: announcing first, and claiming once the law allows it. */
export function costWishes(walk: Walk, { pending, want }: Wanting) {
  const { facts } = walk.situation;
  const { today } = walk;

  return {
    announce(): { invoiceCount: number } {
      // Who bears all costs himself has nothing to announce.
      if (facts.lawOn(today).terms.costsBearer === 'creditor') return { invoiceCount: 0 };
      const invoiceIds = demanded(pending())
        .filter((one) => one.costState === 'none')
        .map((one) => String(one._id));
      if (invoiceIds.length > 0) want({ kind: 'announce-costs', invoiceIds });
      return { invoiceCount: invoiceIds.length };
    },

    makeClaimable(nextKey: () => string): Claimable {
      const asking = { law: facts.lawOn(today), debtorKind: facts.debtor.kind };
      const { bookings, refusals } = decideCosts(demanded(pending()), asking, today);
      if (bookings.length > 0) want({ kind: 'make-costs-claimable', bookings });
      wantInterest();
      const because = refusals[0] ? whyNot(refusals[0]) : null;
      if (because) want(taskAbout(because, nextKey()));
      return { invoiceCount: bookings.length, ...(because ? { because } : {}) };
    },
  };

  function demanded(effects: readonly Effect[]) {
    return facts
      .invoicesOn(today, effects)
      .filter((one) => one.dueOn < today && !one.disputedAt && one.openCents > 0);
  }

  /** Interest that is asked together with the costs is demanded from this day on. */
  function wantInterest(): void {
    const effects = pending();
    const { invoices } = facts.claimOn(today, effects);
    const claimed = invoices.filter(({ costState }) => costState === 'claimable');
    const bookings = interestBookings(claimed, facts.invoicesOn(today, effects));
    if (bookings.length > 0) want({ kind: 'book-interest', bookings });
  }

  function taskAbout(because: Message, key: string): Effect {
    const title = sayMessage(claimTexts, because, 'nl');
    const task = { kind: 'review', title, note: null, dueOn: today, because } as const;
    return { kind: 'create-task', key: `${key}:costs`, task };
  }
}

function whyNot(refusal: CostDecision['refusals'][number]): Message {
  const { reason, claimableOn } = refusal;
  return message(`claims.costs-${reason}`, { claimableOn, faults: refusal.faults.join(', ') });
}
