import {
  type BankLine,
  cents,
  type MatchDecision,
  type MatchProposal,
  type MatchSignal,
  type PaymentMatchPort,
} from '@inning/sdk';
import type { Book } from '../book/book.ts';
import { createMatcher, type Decision } from '../deciding/create-matcher.ts';
import { explainDecision, sentenceOf } from '../explaining/explain-decision.ts';
import { policyOf } from '../deciding/policy.ts';
import type { Proposal, Signal } from '../drafting/proposal.ts';
import { saySignal } from '../explaining/signal.texts.ts';
import { findPieces } from '../reading/find-pieces.ts';
import type { Payment } from '../reading/payment.ts';
import { lettersAndDigits, plainText } from '../reading/plain-text.ts';
import { ACCOUNT, fillBook } from './fill-book.ts';

const DECISIONS = { auto: 'book', suggest: 'propose', none: 'leave' } as const;
const SHORTEST_NUMBER = 4;

/** The same matcher as `inning match`, behind the port: `certaintyPercent` says what is sure enough. */
export const paymentMatcher = (certaintyPercent: number): PaymentMatchPort => ({
  keywords,
  match({ book: from, lines }) {
    const { book, knowledge } = fillBook(from);
    const matcher = createMatcher({ book, knowledge, policy: policyOf(certaintyPercent / 100) });
    for (const line of from.earlier) matcher.remember(paymentOf(line));
    return lines.map((line) => decisionOf(book, matcher.match(paymentOf(line))));
  },
});

/** Every way to read a number in the line, with the letters before it and without. */
function keywords(line: BankLine): string[] {
  const text = plainText(`${line.description} , ${line.endToEndId ?? ''}`.slice(0, 500));
  const found = new Set<string>();
  if (line.structuredReference) found.add(lettersAndDigits(line.structuredReference));
  for (const { digits, letters } of findPieces(text)) {
    if (digits.length < SHORTEST_NUMBER) continue;
    found.add(digits);
    if (letters.length > 0 && letters.length <= 4) found.add(letters + digits);
  }
  return [...found];
}

const paymentOf = (line: BankLine): Payment => ({
  transactionId: line.bankReference,
  account: ACCOUNT,
  bookedOn: line.bookedOn,
  amountCents: line.amountCents,
  counterpartyName: line.counterpartyName ?? '',
  counterpartyAccount: lettersAndDigits(line.counterpartyAccount ?? ''),
  text: line.description,
  structuredReference: line.structuredReference ?? '',
  endToEndId: line.endToEndId ?? '',
  mandateId: line.mandateId ?? '',
  isReversal: line.isReversal,
});

function decisionOf(book: Book, decision: Decision): MatchDecision {
  const { certainty, margin, policy, teachesPayer } = decision;
  return {
    decision: DECISIONS[decision.decision],
    certainty,
    margin: rounded(margin),
    policy,
    teachesPayer,
    heldDebtorIds: decision.decision === 'suggest' ? heldDebtors(book, decision) : [],
    proposals: decision.proposals.map((one) => proposalOf(book, decision, one)),
    because: explainDecision(book, decision).because,
  };
}

const POINTS_AT_SOMEBODY = 3.5;

/** Those whom the best proposal concerns, when the payer or the text points at them and not only the amount. */
function heldDebtors(book: Book, { proposals }: Decision): string[] {
  const [best] = proposals;
  const pointer = best?.signals.some(
    ({ code, points }) => points >= POINTS_AT_SOMEBODY && /^(payer|number|about)-/.test(code),
  );
  if (!best || !pointer) return [];
  const debtors = best.parts.map(({ row }) => book.debtors.id[book.invoices.debtor[row] ?? -1]);
  return [...new Set(debtors.filter((id): id is string => id !== undefined))];
}

function proposalOf(book: Book, decision: Decision, proposal: Proposal): MatchProposal {
  const { signals, conflicts } = proposal;
  return {
    allocations: proposal.parts.map(({ row, amountCents }) => ({
      invoiceId: book.invoices.id[row] ?? '',
      amountCents: cents(amountCents),
    })),
    score: rounded(proposal.score),
    signals: signals.map(signalOf),
    conflicts: conflicts.map(signalOf),
    because: sentenceOf(book, decision, proposal),
  };
}

const signalOf = (one: Signal): MatchSignal => ({
  code: one.code,
  points: rounded(one.points),
  detail: one.detail,
  says: saySignal(one),
});

const rounded = (points: number): number => Math.round(points * 100) / 100;
