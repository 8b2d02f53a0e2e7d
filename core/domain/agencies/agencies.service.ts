import { type Id, type NewRow, type Scope, type Store } from '../../store/index.ts';
import { type Agency, agencies } from './agency.model.ts';
import { AgencyNotFoundError } from './agencies.errors.ts';

export type AgencyService = ReturnType<typeof createAgencyService>;

/** The top of the tree. Only the installation itself sees more than one. */
export function createAgencyService({ store }: { readonly store: Store }) {
  const table = (scope: Scope) => store.table(agencies).in(scope);
  const isOwn = (scope: Scope, id: Id) => scope.kind === 'system' || scope.agencyId.equals(id);

  return {
    async get(scope: Scope, id: Id): Promise<Agency> {
      const found = isOwn(scope, id) ? await table(scope).byId(id) : null;
      if (!found) throw new AgencyNotFoundError(id.toHexString());
      return found;
    },
    list: (scope: Scope) =>
      table(scope).find(scope.kind === 'system' ? {} : { _id: scope.agencyId }, {
        sort: { name: 1 },
      }),
    create: (scope: Scope, row: NewRow<Agency>) => table(scope).insert(row),
    async update(scope: Scope, id: Id, change: Pick<NewRow<Agency>, 'name' | 'email' | 'phone'>) {
      const changed = isOwn(scope, id)
        ? await table(scope).change({ _id: id }, { $set: { ...change } as never })
        : null;
      if (!changed) throw new AgencyNotFoundError(id.toHexString());
      return changed;
    },
  };
}
