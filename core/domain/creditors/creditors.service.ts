import { type Id, isDuplicateKey, type NewRow, type Scope, type Store } from '../../store/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { type Creditor, creditors } from './creditor.model.ts';
import { CreditorNotFoundError, CreditorNumberTakenError } from './creditors.errors.ts';

export type CreditorChange = Omit<NewRow<Creditor>, '_id' | 'agencyId' | 'createdAt' | 'updatedAt'>;
export type CreditorService = ReturnType<typeof createCreditorService>;

/** The parties to whom money is owed. */
export function createCreditorService({ store }: { readonly store: Store }) {
  const table = (scope: Scope) => store.table(creditors).in(scope);

  async function get(scope: Scope, id: Id): Promise<Creditor> {
    const found = await table(scope).byId(id);
    if (!found) throw new CreditorNotFoundError(id.toHexString());
    return found;
  }

  return {
    get,
    list: (scope: Scope, page: PageRequest = {}) =>
      findPage(table(scope), {}, { order: { name: 1 }, page }),
    /** Throws `CreditorNumberTakenError` when the agency has that number already. */
    create: (scope: Scope, row: NewRow<Creditor>) =>
      numberGuard(row.number, () => table(scope).insert(row)),
    async update(scope: Scope, id: Id, change: CreditorChange): Promise<Creditor> {
      const before = await get(scope, id);
      if (Object.keys(change).length === 0) return before;
      const changed = await numberGuard(change.number, () =>
        table(scope).change({ _id: id }, { $set: { ...change } as never }),
      );
      if (!changed) throw new CreditorNotFoundError(id.toHexString());
      return changed;
    },
  };
}

async function numberGuard<T>(number: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new CreditorNumberTakenError(number ?? '');
    throw error;
  }
}
