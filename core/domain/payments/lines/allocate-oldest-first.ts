import { cents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { DebtorNotFoundError, debtors } from '../../debtors/index.ts';
import { invoices } from '../../invoices/index.ts';
import type { BankLineRow } from '../bank-line.model.ts';
import { fillOldestFirst } from '../booking/fill-oldest-first.ts';
import type { OwnedAllocation } from '../matching/bookings-of-line.ts';

/**
 * What a line pays of a debtor who named nothing: the claims that are due longest come first. Throws
 * `DebtorNotFoundError`, also for a debtor of other books than the line.
 */
export async function allocateOldestFirst(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  { row, debtorId }: { readonly row: BankLineRow; readonly debtorId: Id },
): Promise<OwnedAllocation[]> {
  const debtor = await store.table(debtors).in(scope).byId(debtorId, { session });
  if (!debtor?.administrationId.equals(row.administrationId)) {
    throw new DebtorNotFoundError(debtorId.toHexString());
  }
  const open = await store
    .table(invoices)
    .in(scope)
    .find({ debtorId, openCents: { $gt: 0 } }, { session, sort: { dueOn: 1, _id: 1 } });
  const { allocations } = fillOldestFirst(cents(row.amountCents), open);
  return allocations.map((part) => ({ ...part, debtorId }));
}
