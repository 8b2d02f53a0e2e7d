import { addCents, type CalendarDate, type Cents, cents } from '@inning/sdk';
import type { Settlement } from '../../claims/index.ts';
import { type Filled, fillOldestFirst } from './fill-oldest-first.ts';
import { owedOn } from './owed-on.ts';
import type { ClaimOfInvoice } from './postings-of.ts';

type Asked = { readonly paidCents: Cents; readonly on: CalendarDate };

/**
 * Money of a debtor who named nothing, over his invoices in this order: what is demanded of each, and what
 * is left over on interest that grew since. Where costs end with the principal, every principal comes first.
 */
export function fillByClaim(
  { paidCents, on }: Asked,
  open: readonly ClaimOfInvoice[],
  settlement: Settlement,
): Filled {
  const owed = open.map((invoice) => ({ invoice, ...owedOn(settlement, invoice, on) }));
  const first = owed.map(({ invoice, principalCents }) =>
    settlement.keepsCostsOpen(invoice, on) ? cents(0) : principalCents,
  );
  const rounds: readonly (readonly number[])[] = [
    first,
    owed.map(({ demandedCents }, index) => demandedCents - (first[index] ?? 0)),
    owed.map(({ grownCents }) => grownCents),
  ];
  const sums = new Map<string, Cents>();
  let leftCents = paidCents;
  for (const round of rounds) {
    const asked = open.map(({ _id }, index) => ({ _id, openCents: round[index] ?? 0 }));
    const filled = fillOldestFirst(leftCents, asked);
    for (const { invoiceId, amountCents } of filled.allocations) {
      const id = invoiceId.toHexString();
      sums.set(id, addCents(sums.get(id) ?? cents(0), amountCents));
    }
    leftCents = filled.leftCents;
  }
  const allocations = open.flatMap(({ _id }) => {
    const amountCents = sums.get(_id.toHexString()) ?? cents(0);
    return amountCents > 0 ? [{ invoiceId: _id, amountCents }] : [];
  });
  return { allocations, leftCents };
}
