import { type Id, type NewRow, type Scope, type Store } from '../../store/index.ts';
import { type Agency, agencies } from './agency.model.ts';
import { AgencyNotFoundError } from './agencies.errors.ts';

export type AgencyChange = Partial<
  Pick<
    NewRow<Agency>,
    'name' | 'email' | 'phone' | 'collectsForOthers' | 'registrationNumber' | 'complaints'
  >
>;
export type AgencyService = ReturnType<typeof createAgencyService>;

/** The top of the tree. Only the installation itself sees more than one. */
export function createAgencyService({ store }: { readonly store: Store }) {
  const table = (scope: Scope) => store.table(agencies).in(scope);

  return {
    async get(scope: Scope, id: Id): Promise<Agency> {
      const found = await table(scope).byId(id);
      if (!found) throw new AgencyNotFoundError(id.toHexString());
      return found;
    },
    list: (scope: Scope) => table(scope).find({}, { sort: { name: 1 } }),
    create: (scope: Scope, row: NewRow<Agency>) => table(scope).insert(row),
    async update(scope: Scope, id: Id, change: AgencyChange): Promise<Agency> {
      const changed = await table(scope).change({ _id: id }, { $set: { ...change } as never });
      if (!changed) throw new AgencyNotFoundError(id.toHexString());
      return changed;
    },
  };
}
