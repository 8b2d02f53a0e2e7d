import type { Cents } from '../money.ts';
import type { BankLine } from './bank-statement-port.ts';
import type { Message } from '../message.ts';

/** An invoice that a received amount may pay. */
export type MatchCandidate = {
  readonly invoiceId: string;
  readonly debtorId: string;
  readonly number: string;
  readonly paymentReference: string | null;
  readonly openCents: Cents;
  readonly debtorName: string;
  readonly debtorNumber: string;
  readonly debtorAccounts: readonly string[];
};

export type MatchProposal = {
  /** `certain` is booked at once; `plausible` waits for a person and holds reminders of that debtor. */
  readonly confidence: 'certain' | 'plausible';
  readonly allocations: readonly { readonly invoiceId: string; readonly amountCents: Cents }[];
  readonly because: Message;
};

/** Proposes which invoices a received amount pays; never books anything itself. */
export type PaymentMatchPort = {
  /** Texts by which candidates are looked up: numbers and references found in the line. */
  keywords(line: BankLine): readonly string[];
  propose(line: BankLine, candidates: readonly MatchCandidate[]): MatchProposal | null;
};
