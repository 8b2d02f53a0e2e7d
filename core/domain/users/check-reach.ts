import type { Role } from '@inning/sdk';
import { agencyScope, type Id, type Scope, type Store } from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { creditors } from '../creditors/index.ts';
import { REACH } from './user-view.ts';
import { UserReachError } from './users.errors.ts';

type Wanted = {
  readonly role: Role;
  readonly agencyId: Id | null;
  readonly creditorIds?: readonly Id[];
  readonly administrationIds?: readonly Id[];
};
type Reach = { creditorIds: Id[]; administrationIds: Id[] };

/**
 * What a user will see, looked up: every creditor and administration exists in the user's own agency.
 * Who is limited to administrations gets the creditors of these along. Throws UserReachError.
 */
export async function checkReach(store: Store, wanted: Wanted): Promise<Reach> {
  const { role, agencyId } = wanted;
  const reach = REACH[role];
  if ((agencyId === null) !== (reach === 'none')) throw new UserReachError(role, 'agencyId');
  if (agencyId === null || reach === 'agency') return { creditorIds: [], administrationIds: [] };

  const found = await find(store, agencyScope(agencyId), wanted);
  if (found === null) {
    throw new UserReachError(role, reach === 'creditors' ? 'creditorIds' : 'administrationIds');
  }
  return found;
}

/** Null when one of them does not exist in this agency, or none was named. */
async function find(store: Store, scope: Scope, wanted: Wanted): Promise<Reach | null> {
  if (REACH[wanted.role] === 'creditors') {
    const ids = unique(wanted.creditorIds ?? []);
    const table = store.table(creditors).in(scope);
    const isRight = ids.length > 0 && (await table.count({ _id: { $in: ids } })) === ids.length;
    return isRight ? { creditorIds: ids, administrationIds: [] } : null;
  }
  const ids = unique(wanted.administrationIds ?? []);
  const table = store.table(administrations).in(scope);
  const known = await table.find({ _id: { $in: ids } });
  if (ids.length === 0 || known.length !== ids.length) return null;
  return { creditorIds: unique(known.map((one) => one.creditorId)), administrationIds: ids };
}

function unique(ids: readonly Id[]): Id[] {
  return [...new Map(ids.map((id) => [id.toHexString(), id])).values()];
}
