/** What the book is filled with; amounts are whole cents, days are `YYYY-MM-DD`. */
export type AccountInput = {
  readonly iban: string;
  readonly holder: string;
  readonly administrationIds: readonly string[];
};
export type DebtorInput = {
  readonly debtorId: string;
  readonly administrationId: string;
  readonly customerNumber: string;
  readonly isBusiness: boolean;
  readonly name: string;
  readonly initials: string;
  readonly lastName: string;
  readonly tradeNames: readonly string[];
  readonly ibans: readonly string[];
};
export type InvoiceInput = {
  readonly invoiceId: string;
  readonly administrationId: string;
  readonly debtorId: string;
  readonly number: string;
  readonly paymentReference: string | null;
  readonly dossierNumber: string | null;
  readonly dueOn: string;
  /** `YYYY-MM`, or null. */
  readonly period: string | null;
  readonly description: string | null;
  readonly amountCents: number;
  /** Principal, costs and interest still due; the principal of a credit note is negative. */
  readonly openCents: number;
  readonly costsCents: number;
  readonly interestCents: number;
  readonly isCollected: boolean;
  readonly endToEndId: string | null;
};
export type PlanInput = {
  readonly planId: string;
  readonly debtorId: string;
  readonly dossierNumber: string | null;
  readonly invoiceIds: readonly string[];
  readonly termCents: number;
};
export type SettlementInput = {
  readonly settlementId: string;
  readonly netCents: number;
  readonly lines: readonly SettlementLine[];
};
export type SettlementLine = {
  readonly amountCents: number;
  readonly description: string;
  readonly consumerName: string;
};
