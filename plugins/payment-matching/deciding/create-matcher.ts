import { amountsOf, claimOf, type Book, openRowsOf } from '../book/book.ts';
import type { Payment } from '../reading/payment.ts';
import { type Case, openCase } from '../drafting/case.ts';
import { draftCase } from '../drafting/draft-case.ts';
import type { Knowledge } from '../finding/knowledge.ts';
import { matchReturn } from './match-return.ts';
import { createSettlementFinder, type SettlementFinder } from './find-settlement.ts';
import { matchSettlement } from './match-settlement.ts';
import { certaintyOf, type Policy } from './policy.ts';
import { type Draft, keyOf, type Part, type Proposal } from '../drafting/proposal.ts';
import { createRunMemory, type RunMemory } from './run-memory.ts';
import { isPayer } from '../weighing/is-payer.ts';
import { MUST_WAIT } from '../weighing/past.ts';
import { weighDraft } from '../weighing/weigh-draft.ts';

export type Decision = {
  readonly transactionId: string;
  /** `auto` may be booked at once, `suggest` waits for a person, `none` has nothing to propose. */
  readonly decision: 'auto' | 'suggest' | 'none';
  /** 0 to 1, comparable over all payments. */
  readonly certainty: number;
  /** Best first, at most three; the first one is what is booked. */
  readonly proposals: readonly Proposal[];
  /** Points between the first proposal and the next. */
  readonly margin: number;
  readonly policy: string;
  /** It was booked by what the text names: the payer's account may be known from now on. */
  readonly teachesPayer: boolean;
};
export type Matcher = {
  /** Decides on the next payment and, when it is sure, takes it from what is open. */
  match(payment: Payment): Decision;
  /** A payment that was booked before: the same one again is not booked twice. */
  remember(payment: Payment): void;
};
type Parts = { readonly book: Book; readonly knowledge: Knowledge; readonly policy: Policy };

const NOTHING = {
  decision: 'none',
  certainty: 0,
  proposals: [],
  margin: 0,
  teachesPayer: false,
} as const;
const WORTH_SHOWING = 2;
const LEARNED_FROM = 9.5;
/** Below the least certainty that can be asked for. */
const LESS_THAN_ANY = 0.49;

/** Matches payments one by one, in the order in which they are booked. Needs no clock, database or network. */
export function createMatcher(parts: Parts): Matcher {
  const memory = createRunMemory();
  const settlements = createSettlementFinder(parts.book);
  return {
    remember: (payment) => memory.remember(payment),
    match(payment) {
      const ranked = rank(proposalsFor({ ...parts, settlements }, memory, payment));
      const decision = decide(parts.policy, payment, ranked);
      if (decision.decision === 'auto') {
        book(parts, memory, { payment, decision });
        settlePaidOut(settlements, payment, decision);
      }
      if (decision.decision === 'suggest') memory.wait(ownParts(decision));
      memory.remember(payment);
      return decision;
    },
  };
}

/** What the best proposal books, when the payer is likely the one who owes it. */
const ownParts = ({ proposals: [best] }: Decision): readonly Part[] =>
  best && isPayer(best.payer) ? best.parts : [];

type Found = Parts & { readonly settlements: SettlementFinder };

function settlePaidOut(
  settlements: SettlementFinder,
  payment: Payment,
  { proposals: [best] }: Decision,
): void {
  const found = best?.fit === 'settlement' ? settlements.find(payment) : null;
  if (found) settlements.settle(payment, found.settlement);
}

function proposalsFor(parts: Found, memory: RunMemory, payment: Payment): Proposal[] {
  const scope = parts.book.accounts.get(payment.account)?.scope;
  if (!scope) return [];
  if (payment.amountCents < 0) {
    return payment.isReversal ? matchReturn(parts.book, scope, payment) : [];
  }
  if (payment.isReversal) return [];
  const found = parts.settlements.find(payment);
  if (found) {
    const isSettled = parts.settlements.isSettled(payment, found.settlement);
    return matchSettlement({ book: parts.book, scope, isSettled }, payment, found);
  }
  const open = openCase(parts.book, parts.knowledge, payment);
  if (!open) return [];
  freeNamedEquals(open, memory);
  const past = {
    isRepeat: memory.isRepeat(payment),
    isStanding: memory.isStanding(payment),
    isSameAmount: memory.isSameAmount(payment),
    isWaitedFor: ({ parts: ours }: Draft) => memory.isWaitedFor(ours),
    hasEqualBooking: ({ debtor, parts: booked }: Draft) =>
      memory.equals.has(
        debtor,
        booked.flatMap(({ row, amountCents }) => [amountCents, claimOf(parts.book, row)]),
      ),
  };
  return draftCase(open).map((draft) => weighDraft(open, past, draft));
}

/**
 * An earlier payment was booked on one of several equal invoices without naming it. Now that this
 * invoice is named by another payment, the earlier one was for one of its equals, and moves there.
 */
function freeNamedEquals({ book, references }: Case, memory: RunMemory): void {
  for (const { kind, row, weight } of references) {
    const booked = kind === 'number' || kind === 'kenmerk' ? memory.equals.of(row) : null;
    if (!booked || weight < 6 || claimOf(book, row) !== 0) continue;
    const equal = openRowsOf(book, booked.debtor).find((other) =>
      amountsOf(book, other).includes(booked.amountCents),
    );
    if (equal === undefined) continue;
    pay(book, row, -booked.amountCents);
    pay(book, equal, booked.amountCents);
    memory.equals.remove(row);
    memory.equals.add(equal, booked);
  }
}

function pay({ invoices }: Book, row: number, amountCents: number): void {
  invoices.paid[row] = (invoices.paid[row] ?? 0) + amountCents;
}

/** Best first; the same booking found in several ways counts once, with its best score. */
function rank(proposals: readonly Proposal[]): Proposal[] {
  const best = new Map<string, Proposal>();
  for (const proposal of proposals.toSorted((a, b) => b.score - a.score)) {
    const key = keyOf(proposal.parts);
    if (!best.has(key)) best.set(key, proposal);
  }
  return [...best.values()];
}

function decide(policy: Policy, payment: Payment, ranked: readonly Proposal[]): Decision {
  const base = { transactionId: payment.transactionId, policy: policy.version };
  const proposals = ranked.filter((one) => one.score >= WORTH_SHOWING).slice(0, 3);
  const [best] = proposals;
  if (!best) return { ...NOTHING, ...base };
  const next = ranked.find((one) => one !== best && !isEqual(best, one));
  const margin = best.score - Math.max(0, next?.score ?? 0);
  const mustWait = best.conflicts.some(({ code }) => code === MUST_WAIT);
  const certainty = Math.min(certaintyOf(best.score, margin), mustWait ? LESS_THAN_ANY : 1);
  const isAuto = certainty >= policy.certainty && best.fit !== 'amount-only';
  const teaches = isAuto && teachesPayer(best);
  const decision = isAuto ? 'auto' : 'suggest';
  return { ...base, decision, certainty, proposals, margin, teachesPayer: teaches };
}

/** Another invoice of the same debtor that costs the same: any of them is right. */
const isEqual = (best: Proposal, other: Proposal): boolean =>
  best.equals > 0 &&
  best.fit === 'exact' &&
  other.fit === 'exact' &&
  other.debtor === best.debtor &&
  best.named.length === 0 &&
  other.named.length === 0;

type Booked = { readonly payment: Payment; readonly decision: Decision };

function book(parts: Parts, memory: RunMemory, { payment, decision }: Booked): void {
  const [best] = decision.proposals;
  if (!best) return;
  for (const { row, amountCents } of best.parts) pay(parts.book, row, amountCents);
  const [part] = best.parts;
  if (part && best.equals > 0 && best.named.length === 0) {
    memory.equals.add(part.row, { debtor: best.debtor, amountCents: part.amountCents });
  }
  if (best.fit === 'short') rememberShortage(parts.book, memory, best);
  if (decision.teachesPayer) {
    const { counterpartyAccount: account, counterpartyName: name } = payment;
    parts.knowledge.learn({ account, name }, best.debtor);
  }
}

/** The shortage of a list may as well be on another invoice of it; a later payment of it says on which. */
function rememberShortage(open: Book, memory: RunMemory, best: Proposal): void {
  const short = best.parts.find(({ row }) => claimOf(open, row) > 0);
  const amountCents = short ? claimOf(open, short.row) : 0;
  for (const { row } of best.parts) {
    if (amountCents > 0 && row !== short?.row) {
      memory.equals.add(row, { debtor: best.debtor, amountCents });
    }
  }
}

/** A number or reference said for whom this was paid, and the creditor does not know the account. */
const teachesPayer = (best: Proposal): boolean =>
  best.named.length > 0 &&
  best.debtor >= 0 &&
  best.score >= LEARNED_FROM &&
  best.payer?.how !== 'account';
