import type { CalendarDate, Cents, Locale, WebhookCall } from '@inning/sdk';

/** All that a page without an account may show: what is open today, and where to pay it. */
export type PublicLetter = {
  readonly language: Locale;
  readonly creditorName: string;
  /** Of everything this letter was about, counted now. */
  readonly openCents: Cents;
  readonly currency: string;
  /** Null when the administration has no account on file; the page then points to the letter. */
  readonly iban: string | null;
  readonly accountName: string | null;
  readonly reference: string | null;
  /** The transfer as the app of a bank reads it; null where there is no such code. */
  readonly paymentCode: string | null;
  /** Everything that can be paid today. */
  readonly items: readonly PublicItem[];
  /** Whether a payment provider takes it here and now. */
  readonly isOnline: boolean;
  /** Whether who pays may allow that later amounts are collected. */
  readonly asksMandate: boolean;
};

export type PublicItem = {
  readonly invoiceId: string;
  readonly number: string;
  readonly dueOn: CalendarDate;
  readonly principalCents: Cents;
  readonly costsCents: Cents;
  readonly interestCents: Cents;
  readonly openCents: Cents;
  /** False for what this letter did not ask for. */
  readonly isAsked: boolean;
};

/** What became of a payment, for the payer who comes back. */
export type PublicResult = {
  readonly state: 'paid' | 'under-way' | 'not-paid';
  readonly paidCents: Cents;
  readonly currency: string;
  readonly language: Locale;
  readonly creditorName: string;
  /** The letter to go on with; null when it is gone. */
  readonly communicationId: string | null;
};

/** Null when this communication does not exist (any more). */
export type FindPublicLetter = (communicationId: string) => Promise<PublicLetter | null>;

export type PayOnline = {
  /** A page of the provider; or why there is none. Null when the communication does not exist. */
  start(
    communicationId: string,
    chosen: { readonly invoiceIds: readonly string[]; readonly givesMandate: boolean },
  ): Promise<{ readonly payUrl: string } | { readonly problem: 'nothing' | 'away' } | null>;
  /** Asks the provider; null when there is no such payment. */
  result(onlinePaymentId: string): Promise<PublicResult | null>;
  /** Somebody says that it changed. False when there is no such payment. */
  changed(onlinePaymentId: string, call: WebhookCall): Promise<boolean>;
};
