import {
  type BankLine,
  invariant,
  type MatchBook,
  type MatchDecision,
  type MatchProposal,
  message,
  type Message,
  type PaymentMatchPort,
} from '@inning/sdk';
import { toId } from '../../routing/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import type { OwnedAllocation } from './bookings-of-line.ts';
import { matchedOf, type Matched, type OwnedProposal } from './matched.ts';

export type Decided = {
  readonly row: BankLineRow;
  readonly state: 'matched' | 'plausible' | 'unmatched' | 'ignored';
  readonly because: Message;
  readonly match: Matched | null;
  /** What is booked; empty for a line that is not. */
  readonly allocations: readonly OwnedAllocation[];
  readonly teachesPayer: boolean;
};
export type AskedRow = { readonly row: BankLineRow; readonly line: BankLine };

/** A line that no matcher is asked about: paid out, in another currency, or nobody matches here. */
export function decideWithout(row: BankLineRow, currency: string, hasMatcher: boolean) {
  if (row.amountCents < 0) return undecided(row, 'ignored', message('payments.paid-out'));
  if (!hasMatcher) return undecided(row, 'unmatched', message('payments.no-matcher'));
  if (row.currency === currency) return null;
  const { currency: other } = row;
  return undecided(row, 'unmatched', message('payments.other-currency', { currency: other }));
}

/** What a matcher decides about lines, checked: it is somebody else's code. */
export async function decideLines(
  matcher: PaymentMatchPort,
  book: MatchBook,
  asked: readonly AskedRow[],
): Promise<Decided[]> {
  const lines = asked.map((one) => one.line);
  const decisions = await matcher.match({ book, lines });
  invariant(decisions.length === lines.length, 'a matcher answers every line');
  const debtorOf = new Map(book.invoices.map((one) => [one.invoiceId, one.debtorId]));
  return asked.map(({ row }, at) => decidedOf(row, decisions[at] as MatchDecision, debtorOf));
}

function decidedOf(
  row: BankLineRow,
  decision: MatchDecision,
  debtorOf: ReadonlyMap<string, string>,
): Decided {
  const proposals = decision.proposals.map((one) => ownedProposal(row, one, debtorOf));
  const match = matchedOf(decision, proposals);
  const [best] = proposals;
  if (!best || decision.decision === 'leave') {
    const because = best ? decision.because : message('payments.nothing-found');
    return { ...undecided(row, 'unmatched', because), match };
  }
  const isBooked = decision.decision === 'book';
  return {
    row,
    state: isBooked ? 'matched' : 'plausible',
    because: decision.because,
    match,
    allocations: isBooked ? best.allocations : [],
    teachesPayer: isBooked && decision.teachesPayer,
  };
}

const undecided = (
  row: BankLineRow,
  state: 'unmatched' | 'ignored',
  because: Message,
): Decided => ({ row, state, because, match: null, allocations: [], teachesPayer: false });

/** What it proposes must be possible: invoices of the book, each once, no more than came in. */
function ownedProposal(
  row: BankLineRow,
  proposal: MatchProposal,
  debtorOf: ReadonlyMap<string, string>,
): OwnedProposal {
  const seen = new Set<string>();
  let totalCents = 0;
  const allocations = proposal.allocations.map(({ invoiceId, amountCents }) => {
    const debtorId = debtorOf.get(invoiceId);
    invariant(debtorId !== undefined && !seen.has(invoiceId), 'a proposal names invoices once');
    invariant(Number.isSafeInteger(amountCents) && amountCents > 0, 'a proposal has whole cents');
    seen.add(invoiceId);
    totalCents += amountCents;
    return { invoiceId: toId(invoiceId), debtorId: toId(debtorId), amountCents };
  });
  invariant(totalCents <= row.amountCents, 'a matcher proposes no more than came in');
  const { score, signals, conflicts, because } = proposal;
  return { allocations, score, signals, conflicts, because };
}
