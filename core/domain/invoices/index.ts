export {
  changeCostState,
  type CostStateChange,
  type CostStateFields,
} from './cost-state/change-cost-state.ts';
export { type CreditNote, creditNotes } from './credit-note.model.ts';
export type { InvoiceDocument } from './invoice-document.ts';
export { type Invoice, invoices } from './invoice.model.ts';
export * from './invoices.errors.ts';
export { invoiceRoutes, type InvoiceRoutesDeps } from './invoices.routes.ts';
export {
  createInvoiceService,
  type InvoicesDeps,
  type InvoiceService,
} from './invoices.service.ts';
export type { InvoiceQuery, ListedInvoice } from './list-invoices.ts';
export { matchKeys, normaliseReference } from './match-keys.ts';
export { openTotals } from './open-totals.ts';
export { paidTerms } from './paid-terms.ts';
export type { InvoiceCorrection } from './receive/correct-invoices.ts';
export type { NewInvoice } from './receive/new-invoice.ts';
export type { NewCreditNote } from './receive/receive-credit-notes.ts';
export { invoiceTexts } from './texts.ts';
