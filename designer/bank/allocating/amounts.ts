import type { Cents } from '@inning/sdk';

/** What goes to each invoice, by its id. */
export type Amounts = Readonly<Record<string, Cents>>;

type Part = { readonly invoiceId: string; readonly amountCents: Cents };

/** Where a person begins: with what the platform proposes. */
export const proposedAmounts = (proposal: readonly Part[]): Amounts =>
  Object.fromEntries(proposal.map(({ invoiceId, amountCents }) => [invoiceId, amountCents]));

/** The invoices that get something. */
export const allocationsOf = (amounts: Amounts): Part[] =>
  Object.entries(amounts)
    .filter(([, amountCents]) => amountCents > 0)
    .map(([invoiceId, amountCents]) => ({ invoiceId, amountCents }));
