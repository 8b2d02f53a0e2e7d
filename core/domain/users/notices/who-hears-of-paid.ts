import { type AdministrationKey, type Store, systemScope } from '../../../store/index.ts';
import { toRequestUser } from '../user-view.ts';
import { type User, users } from '../user.model.ts';

export type WhoHearsOfPaid = (place: AdministrationKey) => Promise<readonly User[]>;

/** Everybody who wants to hear of paid invoices in an administration, and may see it now. */
export function createWhoHearsOfPaid(store: Store): WhoHearsOfPaid {
  const table = store.table(users).in(systemScope('users exist beside the tenant tree'));
  return async (place) => {
    const { agencyId } = place;
    const found = await table.find({
      agencyId,
      blockedAt: null,
      hearsOfPaid: { $in: ['all', 'some'] },
    });
    return found.filter((user) => wants(user, place) && sees(user, place));
  };
}

const wants = ({ hearsOfPaid, hearsOfPaidIn }: User, { administrationId }: AdministrationKey) =>
  hearsOfPaid === 'all' || hearsOfPaidIn.some((id) => id.equals(administrationId));

function sees(user: User, { creditorId, administrationId }: AdministrationKey): boolean {
  const { creditorIds, administrationIds } = toRequestUser(user);
  return (
    (creditorIds === 'all' || creditorIds.includes(creditorId.toHexString())) &&
    (administrationIds === 'all' || administrationIds.includes(administrationId.toHexString()))
  );
}
