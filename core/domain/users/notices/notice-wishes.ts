import { type Id, type Scope, type Store, systemScope } from '../../../store/index.ts';
import { findAdministration } from '../../administrations/index.ts';
import { type PAID_WISHES, users } from '../user.model.ts';
import { UserNotFoundError } from '../users.errors.ts';

export type PaidWish = {
  readonly paid: (typeof PAID_WISHES)[number];
  /** Only those of which one wants to hear; empty unless `paid` is `some`. */
  readonly administrationIds: readonly Id[];
};
export type NoticeWishes = ReturnType<typeof createNoticeWishes>;

/** What somebody wants to hear by mail; everybody decides for themselves. */
export function createNoticeWishes({ store }: { readonly store: Store }) {
  const table = store.table(users).in(systemScope('users exist beside the tenant tree'));
  return {
    async of(userId: Id): Promise<PaidWish> {
      const user = await table.byId(userId);
      if (!user) throw new UserNotFoundError(userId.toHexString());
      return { paid: user.hearsOfPaid, administrationIds: user.hearsOfPaidIn };
    },

    /** Throws `AdministrationNotFoundError` for one that this person does not see. */
    async set(scope: Scope, userId: Id, wish: PaidWish): Promise<PaidWish> {
      for (const id of wish.administrationIds) await findAdministration(store, scope, { id });
      const some = wish.paid === 'some' ? wish.administrationIds : [];
      const paid = wish.paid === 'some' && some.length === 0 ? 'never' : wish.paid;
      const change = { hearsOfPaid: paid, hearsOfPaidIn: [...some] };
      if (!(await table.updateOne({ _id: userId }, { $set: change }))) {
        throw new UserNotFoundError(userId.toHexString());
      }
      return { paid, administrationIds: some };
    },
  };
}
