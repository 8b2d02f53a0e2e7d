import { type CalendarDate, type ClaimInvoice, daysBetween } from '@inning/sdk';
import type { Invoice } from '../invoices/index.ts';

/** An invoice with what is booked on it; nothing is computed. */
export function claimInvoice(invoice: Invoice, today: CalendarDate): ClaimInvoice {
  return {
    id: String(invoice._id),
    number: invoice.number,
    invoicedOn: invoice.invoicedOn,
    dueOn: invoice.dueOn,
    totalCents: invoice.totalCents,
    openCents: invoice.openCents,
    principalCents: invoice.principalOpenCents,
    costsCents: invoice.costsOpenCents,
    interestCents: invoice.interestOpenCents,
    daysOverdue: Math.max(0, daysBetween(invoice.dueOn, today)),
    costState: invoice.costState,
    announcedCents: 0,
    lastDayOn: null,
    claimableOn: null,
    isDisputed: Boolean(invoice.disputedAt),
  };
}
