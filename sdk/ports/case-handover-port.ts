import type { CalendarDate } from '../calendar-date.ts';
import type { Cents } from '../money.ts';
import type { ActingPort, CarriedFile } from './connector-port.ts';
import type { ImportedDebtor } from './invoice-import-port.ts';

/** A claim as it is handed over. The parts add up to what is open. */
export type HandedOverInvoice = {
  readonly number: string;
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly totalCents: Cents;
  readonly principalCents: Cents;
  readonly costsCents: Cents;
  readonly interestCents: Cents;
  readonly document: CarriedFile | null;
};

export type HandedOverCase = {
  /** Same key, same case. */
  readonly key: string;
  /** Our number of it. */
  readonly caseNumber: string;
  readonly creditor: {
    readonly name: string;
    readonly companyNumber: string | null;
    readonly iban: string | null;
  };
  readonly debtor: ImportedDebtor;
  readonly currency: string;
  readonly invoices: readonly [HandedOverInvoice, ...HandedOverInvoice[]];
  /** The letters that were sent, oldest first: without them nobody can claim costs. */
  readonly letters: readonly (CarriedFile & { readonly sentOn: CalendarDate })[];
  readonly remarks: string | null;
};

export type CaseStatus = {
  readonly state: 'received' | 'under-way' | 'refused' | 'closed' | 'withdrawn';
  /** What the other side received for it so far. */
  readonly receivedCents: Cents;
  readonly closedOn: CalendarDate | null;
  /** In the other side's words, for a person. */
  readonly reason: string | null;
};

/** Hands cases over to a bailiff, lawyer or another agency. Throws the four errors of `connector-errors.ts`. */
export type CaseHandoverPort = ActingPort & {
  handOver(handedOver: HandedOverCase): Promise<{
    readonly providerId: string;
    /** The other side's number of it, when it gives one at once. */
    readonly theirNumber: string | null;
  }>;
  status(providerId: string): Promise<CaseStatus>;
  /** Takes the case back; false when that is no longer possible. */
  withdraw(withdrawal: {
    readonly key: string;
    readonly providerId: string;
    readonly reason: string;
  }): Promise<{ readonly isWithdrawn: boolean }>;
};
