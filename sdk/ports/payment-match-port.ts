import type { CalendarDate } from '../calendar-date.ts';
import type { Cents } from '../money.ts';
import type { BankLine } from './bank-statement-port.ts';
import type { Message } from '../message.ts';

/** An invoice that a received amount may pay, or one that was paid and is named again. */
export type MatchInvoice = {
  readonly invoiceId: string;
  readonly debtorId: string;
  readonly number: string;
  readonly paymentReference: string | null;
  readonly description: string | null;
  readonly dueOn: CalendarDate;
  readonly totalCents: Cents;
  /** What is still open of it; all three are zero when it was paid. */
  readonly principalCents: Cents;
  readonly costsCents: Cents;
  readonly interestCents: Cents;
};
export type MatchDebtor = {
  readonly debtorId: string;
  readonly number: string;
  readonly kind: 'consumer' | 'business';
  readonly name: string;
  readonly accounts: readonly string[];
};
/** What was learned: this account, under this name, pays for that debtor; or this text means him. */
export type MatchFact =
  | { readonly kind: 'account'; readonly account: string; readonly name: string; debtorId: string }
  | { readonly kind: 'text'; readonly text: string; readonly debtorId: string };
/** Paying in parts as agreed; a part goes to these invoices in this order. */
export type MatchPlan = {
  readonly planId: string;
  readonly debtorId: string;
  readonly invoiceIds: readonly string[];
  readonly termCents: Cents;
};
/** Everything that the lines of one administration may pay. */
export type MatchBook = {
  /** Names of the creditor and holder of the account: never those of a payer. */
  readonly ownNames: readonly string[];
  readonly ownAccounts: readonly string[];
  readonly debtors: readonly MatchDebtor[];
  readonly invoices: readonly MatchInvoice[];
  readonly plans: readonly MatchPlan[];
  readonly facts: readonly MatchFact[];
  /** Lines that were booked before, so that a payment that comes twice is known. */
  readonly earlier: readonly BankLine[];
};

/** A reason for or against, as data: `points` below zero speak against. */
export type MatchSignal = {
  readonly code: string;
  readonly points: number;
  /** What was seen: the number, the account, the word; empty when there is nothing to show. */
  readonly detail: string;
  readonly says: Message;
};
export type MatchProposal = {
  readonly allocations: readonly { readonly invoiceId: string; readonly amountCents: Cents }[];
  readonly score: number;
  readonly signals: readonly MatchSignal[];
  readonly conflicts: readonly MatchSignal[];
  readonly because: Message;
};
export type MatchDecision = {
  /** `book` needs no person, `propose` waits for one, `leave` has nothing to propose. */
  readonly decision: 'book' | 'propose' | 'leave';
  /** 0 to 1, comparable over lines of every kind. */
  readonly certainty: number;
  /** Best first, at most three; the first one is what is booked. */
  readonly proposals: readonly MatchProposal[];
  /** Points between the first proposal and the next. */
  readonly margin: number;
  /** Names the weights it was made with. */
  readonly policy: string;
  /** Debtors who may well have paid: reminders to them wait until a person has looked. */
  readonly heldDebtorIds: readonly string[];
  /** Booked by what the text names: that this account pays for this debtor may be remembered. */
  readonly teachesPayer: boolean;
  readonly because: Message;
};
export type MatchRequest = { readonly book: MatchBook; readonly lines: readonly BankLine[] };

/** Proposes which invoices received amounts pay; never books anything itself. */
export type PaymentMatchPort = {
  /** Numbers and references that a line may name: paid invoices are looked up by them. */
  keywords(line: BankLine): readonly string[];
  /**
   * A decision per line, in their order. What is decided to be booked is no longer open for the lines
   * behind it. The same request gets the same answer.
   */
  match(request: MatchRequest): readonly MatchDecision[] | Promise<readonly MatchDecision[]>;
};
