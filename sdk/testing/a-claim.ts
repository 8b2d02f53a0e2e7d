import type { Claim } from '../claim.ts';

/** A claim with one invoice of € 125.00, due on 1 March 2026, seen two weeks later. */
export function aClaim(changes: Partial<Claim>): Claim {
  const openCents = changes.openCents ?? 12_500;
  return {
    currency: 'EUR',
    openCents,
    principalCents: openCents,
    costsCents: 0,
    interestCents: 0,
    announcedCents: 0,
    overdueCents: openCents,
    invoiceCount: 1,
    daysOverdue: 14,
    oldestInvoicedOn: '2026-02-01',
    oldestDueOn: '2026-03-01',
    promisedOn: null,
    costState: 'none',
    hasDispute: false,
    invoices: [
      {
        id: '000000000000000000000001',
        number: '2026-001',
        invoicedOn: '2026-02-01',
        dueOn: '2026-03-01',
        totalCents: openCents,
        openCents,
        principalCents: openCents,
        costsCents: 0,
        interestCents: 0,
        daysOverdue: 14,
        costState: 'none',
        announcedCents: 0,
        lastDayOn: null,
        claimableOn: null,
        isDisputed: false,
      },
    ],
    debtor: {
      id: '000000000000000000000002',
      number: 'D1',
      kind: 'consumer',
      name: 'Jan Jansen',
      language: 'nl',
      email: 'jan@example.nl',
      mobile: null,
      country: 'NL',
      behaviour: { class: 'unknown', averageTermDays: null, variationDays: null, paidCount: 0 },
    },
    administration: { id: '000000000000000000000003', name: 'Bakkerij' },
    creditor: { id: '000000000000000000000004', name: 'Bakkerij BV' },
    ...changes,
  };
}
