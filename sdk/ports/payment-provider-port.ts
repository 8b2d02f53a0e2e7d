import type { CalendarDate } from '../calendar-date.ts';
import type { Locale } from '../localized.ts';
import type { Cents } from '../money.ts';
import type { ActingPort, Instant } from './connector-port.ts';

export type PaymentRequest = {
  /** Same key, same payment. */
  readonly key: string;
  readonly amountCents: Cents;
  /** ISO 4217, such as `EUR`. */
  readonly currency: string;
  /** What the payer reads; at most 100 characters. */
  readonly description: string;
  /** What comes back with the money, to find the claim by. */
  readonly reference: string;
  readonly language: Locale;
  /** Where the payer goes afterwards. */
  readonly returnUrl: string;
  /** Where the provider calls when something changed; null when it cannot reach us. */
  readonly webhookUrl: string | null;
  /** The last day on which it can be paid; null leaves it to the provider. */
  readonly expiresOn: CalendarDate | null;
  /** The payer (`openPayer`) who with this payment also allows later collections; left out, it stands alone. */
  readonly mandateOf?: string;
};

/** What a payer allowed: money may be taken from this account later. */
export type Mandate = {
  readonly mandateId: string;
  /** `pending` may still become valid; `ended` never again. */
  readonly state: 'valid' | 'pending' | 'ended';
  readonly signedOn: CalendarDate | null;
  readonly account: string | null;
  readonly holder: string | null;
};

/** Money to take from the account of a payer who gave a mandate. */
export type CollectRequest = Pick<
  PaymentRequest,
  'key' | 'amountCents' | 'currency' | 'description' | 'reference' | 'webhookUrl'
> & { readonly payerId: string; readonly mandateId: string };

export type PaymentStatus = {
  readonly state: 'open' | 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled';
  /** What surely arrived, before refunds. */
  readonly paidCents: Cents;
  /** What we sent back. */
  readonly refundedCents: Cents;
  /** What the payer's bank took back. */
  readonly chargedBackCents: Cents;
  readonly paidAt: Instant | null;
  /** Such as `ideal`; in the provider's words. */
  readonly method: string | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
};

/** What the provider sent to `webhookUrl`. */
export type WebhookCall = {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One sum that the provider paid out to the bank, and what it consists of. */
export type Settlement = {
  readonly settlementId: string;
  /** What stands with it on the bank statement. */
  readonly reference: string;
  readonly settledOn: CalendarDate;
  /** What arrives at the bank: the sum of the lines. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly lines: readonly SettlementLine[];
};
export type SettlementLine = {
  readonly kind: 'payment' | 'refund' | 'chargeback' | 'fee';
  /** The payment it belongs to; null for a fee. */
  readonly providerId: string | null;
  /** Below zero for what was kept back. */
  readonly amountCents: Cents;
};

/** Lets debtors pay online. Throws the four errors of `connector-errors.ts`. */
export type PaymentProviderPort = ActingPort & {
  create(request: PaymentRequest): Promise<{
    readonly providerId: string;
    /** Where the payer pays: `https://`. */
    readonly payUrl: string;
  }>;
  status(providerId: string): Promise<PaymentStatus>;
  /** True when it can collect on a mandate; the three below are there then. */
  readonly collects?: boolean;
  /** Same key, same payer. */
  openPayer?(payer: { readonly key: string; readonly name: string }): Promise<{
    readonly payerId: string;
  }>;
  /** Mandates for accounts at a bank, the newest first. */
  mandates?(payerId: string): Promise<readonly Mandate[]>;
  /** Ends a mandate at the provider too. One that is ended already, or not known, is no error. */
  endMandate?(mandate: { readonly payerId: string; readonly mandateId: string }): Promise<void>;
  /** What became of it is asked with `status`; a bank may take it back for weeks. */
  collect?(request: CollectRequest): Promise<{ readonly providerId: string }>;
  /** False when it was paid or ended before. */
  cancel(providerId: string): Promise<{ readonly isCancelled: boolean }>;
  refund(refund: {
    readonly key: string;
    readonly providerId: string;
    readonly amountCents: Cents;
    readonly description: string;
  }): Promise<{ readonly refundId: string }>;
  /**
   * Of which payments this call says that something changed; what changed is asked with `status`, so
   * that a forged call does no harm. Empty for a call that is about something else.
   */
  readWebhook(call: WebhookCall): Promise<readonly string[]>;
  /**
   * What was paid out since a day, newest first. `cursor` is null at first and then the `next` of the
   * answer before. Empty when the provider, or the key, cannot tell.
   */
  settlements(query: { readonly from: CalendarDate; readonly cursor: string | null }): Promise<{
    readonly settlements: readonly Settlement[];
    readonly next: string | null;
  }>;
};
