import {
  type BankLine,
  cents,
  invariant,
  type MatchProposal,
  message,
  type Message,
  type PaymentMatchPort,
  sumCents,
} from '@inning/sdk';
import { normaliseReference } from '../../invoices/index.ts';
import { toId } from '../../routing/index.ts';
import type { OwnedAllocation } from './bookings-of-line.ts';
import type { Candidates, LiveCandidate } from './find-candidates.ts';

export type Decision = {
  readonly state: 'matched' | 'plausible' | 'unmatched' | 'ignored';
  readonly because: Message;
  /** What is booked, or proposed; empty for a line that found nothing. */
  readonly allocations: readonly OwnedAllocation[];
};

const MOST_KEYWORDS = 200;

/** What a line is looked up by, in the form in which numbers are compared. */
export function keywordsOf(line: BankLine, matcher: PaymentMatchPort): string[] {
  const texts = [...matcher.keywords(line), line.structuredReference ?? ''];
  const keys = texts.map(normaliseReference).filter((key) => key !== '');
  return [...new Set(keys)].slice(0, MOST_KEYWORDS);
}

/**
 * What becomes of a received line. A certain proposal takes its amounts from the candidates at once, so
 * that the next line of the batch sees what is left.
 */
export function decideLine(
  line: BankLine,
  look: {
    readonly matcher: PaymentMatchPort;
    readonly keywords: readonly string[];
    readonly candidates: Candidates;
    readonly currency: string;
  },
): Decision {
  if (line.amountCents < 0) return without('ignored', message('payments.paid-out'));
  if (line.currency !== look.currency) {
    return without('unmatched', message('payments.other-currency', { currency: line.currency }));
  }
  const found = candidatesOf(line, look);
  const proposal = found.length > 0 ? look.matcher.propose(line, found) : null;
  if (!proposal || proposal.allocations.length === 0) {
    return without('unmatched', message('payments.nothing-found'));
  }
  checkProposal(line, proposal, found);
  const allocations = ownedAllocations(proposal, look.candidates);
  const state = proposal.confidence === 'certain' ? 'matched' : 'plausible';
  return { state, because: proposal.because, allocations };
}

const without = (state: 'unmatched' | 'ignored', because: Message): Decision => ({
  state,
  because,
  allocations: [],
});

function ownedAllocations(proposal: MatchProposal, candidates: Candidates): OwnedAllocation[] {
  return proposal.allocations.map(({ invoiceId, amountCents }) => {
    const candidate = candidates.byId(invoiceId);
    invariant(candidate, 'a checked proposal names candidates');
    if (proposal.confidence === 'certain') {
      candidate.openCents = cents(candidate.openCents - amountCents);
    }
    const debtorId = toId(candidate.debtorId);
    return { invoiceId: toId(invoiceId), debtorId, amountCents };
  });
}

function candidatesOf(
  line: BankLine,
  look: { readonly keywords: readonly string[]; readonly candidates: Candidates; currency: string },
): LiveCandidate[] {
  const account = line.counterpartyAccount ? normaliseReference(line.counterpartyAccount) : '';
  const found = [
    ...look.keywords.flatMap((key) => look.candidates.byKey(key)),
    ...look.candidates.byAccount(account),
  ];
  return [...new Set(found)].filter((one) => one.openCents > 0 && one.currency === look.currency);
}

/** A matcher is somebody else's code: what it proposes must be possible. */
function checkProposal(
  line: BankLine,
  proposal: MatchProposal,
  found: readonly LiveCandidate[],
): void {
  const open = new Map(found.map((one) => [one.invoiceId, one.openCents]));
  for (const { invoiceId, amountCents } of proposal.allocations) {
    const openCents = open.get(invoiceId);
    invariant(openCents !== undefined, 'a matcher proposes only candidates, each once');
    invariant(amountCents > 0 && amountCents <= openCents, 'a matcher proposes what is open');
    open.delete(invoiceId);
  }
  const allocatedCents = sumCents(proposal.allocations.map((part) => part.amountCents));
  invariant(allocatedCents <= line.amountCents, 'a matcher proposes no more than came in');
}
