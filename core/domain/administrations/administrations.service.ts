import { HOME_COUNTRY } from '../../home.ts';
import { type Id, isDuplicateKey, type NewRow, type Scope } from '../../store/index.ts';
import { createCreditorService } from '../creditors/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { type Administration, administrations } from './administration.model.ts';
import type { AdministrationsDeps } from './administrations.deps.ts';
import {
  AdministrationNotFoundError,
  AdministrationNumberTakenError,
  ChosenFlowNotFoundError,
  FlowOfOtherCountryError,
  TestAddressMissingError,
} from './administrations.errors.ts';
import { findAdministration } from './find-administration.ts';
import { createPauses } from './pause-administration.ts';

export type AdministrationChange = Omit<
  NewRow<Administration>,
  '_id' | 'agencyId' | 'creditorId' | 'pausedSince' | 'pausedUntil' | 'pauseReason' | 'createdAt'
>;
type Chosen = Pick<AdministrationChange, 'flowChoice' | 'country'>;
export type AdministrationService = ReturnType<typeof createAdministrationService>;

/** The sets of books: their settings, and whether anything runs in them. */
export function createAdministrationService(deps: AdministrationsDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(administrations).in(scope);
  const get = (scope: Scope, id: Id) => findAdministration(store, scope, { id });

  /** A flow of somebody else is as unknown as one that never was; one of another country breaks its law. */
  async function assertFlows(scope: Scope, after: Chosen): Promise<void> {
    const { steady, unknown, fluctuating, erratic } = after.flowChoice ?? {};
    const ids = [steady, unknown, fluctuating, erratic].filter((id): id is Id => Boolean(id));
    if (ids.length === 0) return;
    const found = (await deps.flowsIn?.(scope, ids)) ?? [];
    const { country = HOME_COUNTRY } = after;
    for (const id of ids) {
      const flow = found.find((one) => one.id.equals(id));
      if (!flow) throw new ChosenFlowNotFoundError();
      if (flow.country !== country) throw new FlowOfOtherCountryError(flow, country);
    }
  }

  /**
   * Changes settings. Throws `TestAddressMissingError` for test mode without an address,
   * `ChosenFlowNotFoundError` and `FlowOfOtherCountryError`.
   */
  async function update(scope: Scope, id: Id, change: AdministrationChange) {
    const before = await get(scope, id);
    const after = { ...before, ...change };
    if (change.flowChoice || change.country) await assertFlows(scope, after);
    if (after.testMode && !after.testAddress) throw new TestAddressMissingError();
    if (Object.keys(change).length === 0) return before;
    const changed = await numberGuard(change.number, () =>
      table(scope).change({ _id: id }, { $set: { ...change } as never }),
    );
    if (!changed) throw new AdministrationNotFoundError(id.toHexString());
    return changed;
  }

  return {
    get,
    update,
    ...createPauses(deps),
    list: (scope: Scope, page: PageRequest = {}, creditorId?: Id) =>
      findPage(table(scope), creditorId ? { creditorId } : {}, { order: { name: 1 }, page }),
    /** Throws `AdministrationNumberTakenError` when the creditor has that number already. */
    async create(scope: Scope, row: NewRow<Administration> & { readonly creditorId: Id }) {
      const creditor = await createCreditorService({ store }).get(scope, row.creditorId);
      const complete = { ...row, agencyId: creditor.agencyId };
      await assertFlows(scope, row);
      return numberGuard(row.number, () => table(scope).insert(complete));
    },
  };
}

async function numberGuard<T>(number: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new AdministrationNumberTakenError(number ?? '');
    throw error;
  }
}
