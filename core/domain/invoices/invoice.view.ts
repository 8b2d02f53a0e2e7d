import { CostStateSchema, daysBetween, type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  DaySchema,
  IdSchema,
  idText,
  InstantSchema,
  OptionalDay,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
} from '../routing/index.ts';
import type { ListedInvoice } from './list-invoices.ts';

const summary = {
  id: IdSchema,
  administrationId: IdSchema,
  debtorId: IdSchema,
  debtorName: OptionalText,
  number: Type.String(),
  currency: Type.String(),
  totalCents: CentsSchema,
  openCents: CentsSchema,
  invoicedOn: DaySchema,
  dueOn: DaySchema,
  state: Type.Union([Type.Literal('open'), Type.Literal('overdue'), Type.Literal('closed')]),
  daysOverdue: Type.Integer(),
  costState: CostStateSchema,
  disputedAt: OptionalInstant,
  paidOn: OptionalDay,
};
export const InvoiceSummarySchema = Type.Object(summary);
export type InvoiceSummary = Static<typeof InvoiceSummarySchema>;

export const InvoiceSchema = Type.Object({
  ...summary,
  principalOpenCents: CentsSchema,
  costsOpenCents: CentsSchema,
  interestOpenCents: CentsSchema,
  announcedOn: OptionalDay,
  claimableOn: OptionalDay,
  description: OptionalText,
  paymentReference: OptionalText,
  documents: Type.Array(
    Type.Object({
      id: IdSchema,
      name: Type.String(),
      mediaType: Type.String(),
      sizeBytes: Type.Integer(),
      kind: Type.String(),
    }),
  ),
  history: Type.Array(
    Type.Object({
      at: InstantSchema,
      status: Type.String(),
      by: Type.String(),
      reason: OptionalText,
    }),
  ),
});
export type InvoiceView = Static<typeof InvoiceSchema>;

/** "Overdue" is not stored: it is a question asked with a day. */
export function invoiceSummary({ invoice, debtor, today }: ListedInvoice): InvoiceSummary {
  const isOpen = invoice.openCents > 0;
  const daysOverdue = isOpen ? Math.max(0, daysBetween(invoice.dueOn, today)) : 0;
  return {
    id: idText(invoice._id),
    administrationId: idText(invoice.administrationId),
    debtorId: idText(invoice.debtorId),
    debtorName: debtor?.name ?? null,
    number: invoice.number,
    currency: invoice.currency,
    totalCents: invoice.totalCents,
    openCents: invoice.openCents,
    invoicedOn: invoice.invoicedOn,
    dueOn: invoice.dueOn,
    state: !isOpen ? 'closed' : daysOverdue > 0 ? 'overdue' : 'open',
    daysOverdue,
    costState: invoice.costState,
    disputedAt: optionalInstantText(invoice.disputedAt),
    paidOn: invoice.paidOn ?? null,
  };
}

export function invoiceView(listed: ListedInvoice): InvoiceView {
  const { invoice } = listed;
  return {
    ...invoiceSummary(listed),
    principalOpenCents: invoice.principalOpenCents,
    costsOpenCents: invoice.costsOpenCents,
    interestOpenCents: invoice.interestOpenCents,
    announcedOn: invoice.announcedOn ?? null,
    claimableOn: invoice.claimableOn ?? null,
    description: invoice.description ?? null,
    paymentReference: invoice.paymentReference ?? null,
    documents: invoice.documents.map((one) => ({
      id: String(one._id),
      name: one.name,
      mediaType: one.mediaType,
      sizeBytes: one.sizeBytes,
      kind: one.kind,
    })),
    history: invoice.history.map((one) => ({
      at: one.at.toISOString(),
      status: one.status,
      by: one.by,
      reason: one.reason ?? null,
    })),
  };
}
