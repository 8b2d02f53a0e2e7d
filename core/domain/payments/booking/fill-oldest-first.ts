import { type Cents, cents, minCents, subtractCents } from '@inning/sdk';
import type { Id } from '../../../store/index.ts';
import type { Allocation } from './booking.ts';

export type Filled = { readonly allocations: readonly Allocation[]; readonly leftCents: Cents };

/** Each invoice up to what is open of it, in this order, until the money is gone. */
export function fillOldestFirst(
  paidCents: Cents,
  open: readonly { readonly _id: Id; readonly openCents: number }[],
): Filled {
  const allocations: Allocation[] = [];
  let leftCents = paidCents;
  for (const invoice of open) {
    if (leftCents === 0) break;
    const amountCents = minCents(leftCents, cents(invoice.openCents));
    allocations.push({ invoiceId: invoice._id, amountCents });
    leftCents = subtractCents(leftCents, amountCents);
  }
  return { allocations, leftCents };
}
