import { cents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { DebtorNotFoundError, debtors } from '../../debtors/index.ts';
import { invoices } from '../../invoices/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import { fillByClaim } from '../booking/fill-by-claim.ts';
import { CLAIM_FIELDS, type ClaimOfInvoice } from '../booking/postings-of.ts';
import type { OwnedAllocation } from '../matching/bookings-of-line.ts';
import type { PaymentsDeps } from '../payments.deps.ts';

/**
 * What a line pays of a debtor who named nothing: the claims that are due longest come first, each with what is
 * owed of it on the day of the line. Throws `DebtorNotFoundError`, also for a debtor of other books.
 */
export async function allocateOldestFirst(
  { store, readSettlement }: Pick<PaymentsDeps, 'store' | 'readSettlement'>,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  { row, debtorId }: { readonly row: BankLineRow; readonly debtorId: Id },
): Promise<OwnedAllocation[]> {
  const debtor = await store.table(debtors).in(scope).byId(debtorId, { session });
  if (!debtor?.administrationId.equals(row.administrationId)) {
    throw new DebtorNotFoundError(debtorId.toHexString());
  }
  const open: ClaimOfInvoice[] = await store
    .table(invoices)
    .in(scope)
    .find(
      { debtorId, openCents: { $gt: 0 } },
      { session, sort: { dueOn: 1, _id: 1 }, fields: CLAIM_FIELDS },
    );
  const settlement = await readSettlement(scope, session, open);
  const asked = { paidCents: cents(row.amountCents), on: row.bookedOn };
  const { allocations } = fillByClaim(asked, open, settlement);
  return allocations.map((part) => ({ ...part, debtorId }));
}
