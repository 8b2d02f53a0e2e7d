import { message, type Message } from '@inning/sdk';
import type { Book } from '../book/book.ts';
import type { Decision } from '../deciding/create-matcher.ts';
import type { Proposal, Signal } from '../drafting/proposal.ts';

/** What a person reads beside a payment: the sentence, and the data behind it. */
export type Explanation = {
  readonly because: Message;
  readonly signals: readonly Signal[];
  readonly conflicts: readonly Signal[];
  /** Points of the proposal, and by how many it is ahead of the next. */
  readonly score: number;
  readonly margin: number;
  readonly policy: string;
};

/** Why the first proposal was booked or shown; without one, that nothing was found. */
export function explainDecision(book: Book, decision: Decision): Explanation {
  const [best] = decision.proposals;
  const { margin, policy } = decision;
  if (!best) {
    const because = message('payment-matching.why-nothing');
    return { because, signals: [], conflicts: [], score: 0, margin, policy };
  }
  const { signals, conflicts, score } = best;
  return { because: sentenceOf(book, decision, best), signals, conflicts, score, margin, policy };
}

/** What speaks most for a proposal, and what speaks against it. */
export function sentenceOf({ invoices }: Book, decision: Decision, best: Proposal): Message {
  const strongest = best.signals.toSorted((a, b) => b.points - a.points)[0];
  const against = best.conflicts.length === 0 ? 'clear' : 'doubt';
  const worst = best.conflicts.toSorted((a, b) => a.points - b.points)[0];
  return message(`payment-matching.why-${basisOf(strongest?.code ?? '')}-${against}`, {
    numbers: best.parts.map(({ row }) => invoices.number[row] ?? '').join(', '),
    detail: strongest?.detail ?? '',
    amountCents: best.parts.reduce((sum, part) => sum + part.amountCents, 0),
    percent: Math.floor(decision.certainty * 100),
    against: worst?.detail || (worst?.code ?? ''),
  });
}

const BASES = ['number', 'about', 'payer', 'amount', 'settlement', 'direct-debit'] as const;
type Basis = (typeof BASES)[number];

const basisOf = (code: string): Basis => BASES.find((basis) => code.startsWith(basis)) ?? 'amount';
