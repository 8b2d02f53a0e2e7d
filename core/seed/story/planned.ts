import type { CalendarDate } from '@inning/sdk';
import type { InventedDebtor } from '../people/invent-debtor.ts';

/** How somebody usually pays; what the platform makes of it is computed from what they paid. */
export type Habit = 'steady' | 'changing' | 'erratic' | 'new';

export type PlannedPayment = { readonly on: CalendarDate; readonly cents: number };
export type InvoiceDraft = {
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly totalCents: number;
  readonly description: string;
  /** Empty for one that nobody pays in our time. */
  readonly payments: readonly PlannedPayment[];
};
export type PlannedInvoice = InvoiceDraft & {
  readonly number: string;
  readonly paymentReference: string | null;
  readonly debtor: InventedDebtor;
};

/** The days between which the story is told. */
export type Days = {
  /** The day on which the agency began to work for these creditors: a Monday. */
  readonly takeoverOn: CalendarDate;
  readonly today: CalendarDate;
};

/** What these books sell, and how they number it. */
export type Shop = {
  readonly services: readonly string[];
  readonly priceCents: { readonly from: number; readonly to: number };
  /** Whether its invoices carry a payment reference. */
  readonly hasReferences: boolean;
  readonly debtorCount: number;
  readonly firstDebtorNumber: number;
  readonly businessShare: number;
  numberOf(year: string, sequence: number): string;
};
