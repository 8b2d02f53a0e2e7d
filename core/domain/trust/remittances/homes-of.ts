import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import type { TrustDeps } from '../trust.deps.ts';

/** The administrations of a creditor, the first made first: where what concerns all of it is announced. */
export async function homesOf(
  store: TrustDeps['store'],
  { scope, session }: { readonly scope: Scope; readonly session?: ClientSession },
  { creditorId }: { readonly creditorId: Id },
): Promise<Id[]> {
  const found = await store
    .table(administrations)
    .in(scope)
    .find({ creditorId }, { session, sort: { _id: 1 }, fields: ['_id'] });
  return found.map((one) => one._id);
}
