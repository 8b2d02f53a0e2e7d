/** Records as the matching contract writes them, and the world they make. Amounts are whole cents. */
export type Debtor = {
  debtorId: string;
  administrationId: string;
  customerNumber: string;
  type: 'consumer' | 'business';
  name: string;
  initials?: string;
  prefix?: string;
  lastName?: string;
  tradeNames?: string[];
  address: { street: string; number: string; postcode: string; city: string };
  ibans: string[];
};
export type Invoice = {
  invoiceId: string;
  administrationId: string;
  debtorId: string;
  type: 'invoice' | 'credit_note';
  number: string;
  paymentReference: string | null;
  dossierNumber: string | null;
  issueDate: string;
  dueDate: string;
  period: string | null;
  description: string | null;
  amountCents: number;
  openCents: number;
  costsCents: number;
  interestCents: number;
  status: 'open' | 'collected';
  directDebit: { endToEndId: string; mandateId: string; iban: string; date: string } | null;
};
export type Plan = {
  planId: string;
  administrationId: string;
  debtorId: string;
  dossierNumber: string;
  invoiceIds: string[];
  termCents: number;
  dayOfMonth: number;
  terms: number;
};
export type Account = {
  iban: string;
  bank: string;
  kind: string;
  holder: string;
  administrationIds: string[];
};
export type SettlementLine = {
  paymentId: string;
  method: string;
  amountCents: number;
  feeCents: number;
  description: string;
  consumerName: string;
};
export type Settlement = {
  settlementId: string;
  grossCents: number;
  feeCents: number;
  netCents: number;
  payments: SettlementLine[];
};
export type World = {
  accounts: Account[];
  administrations: { administrationId: string; name: string; accountIban: string }[];
  debtors: Debtor[];
  invoices: Invoice[];
  plans: Plan[];
  settlements: Settlement[];
  invoicesOf: Map<string, Invoice[]>;
  paid: Map<string, number>;
};
