import { invariant } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { EventPublisher } from '../../events/index.ts';
import { type AdministrationKey, type Id, isDuplicateKey, type Scope } from '../../store/index.ts';
import { findAdministration, todaysOf } from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import { createRefreshBehaviour, type PaidTerms } from './behaviour/refresh-behaviour.ts';
import { createDebtorChanges } from './change-debtor.ts';
import { createContacts } from './contacts.ts';
import { type Debtor, debtors } from './debtor.model.ts';
import { debtorRow, type NewDebtor } from './debtor-row.ts';
import { DebtorNotFoundError, DebtorNumberTakenError } from './debtors.errors.ts';
import { createDebtorFlags } from './flags.ts';
import {
  type DebtorQuery,
  describeDebtors,
  type ListedDebtor,
  listDebtors,
  type ListingDeps,
} from './list-debtors.ts';

export type DebtorsDeps = ListingDeps & {
  readonly events: EventPublisher;
  readonly paidTerms: PaidTerms;
  readonly tasks: AutomaticTasks;
};
export type DebtorService = ReturnType<typeof createDebtorService>;

/** Who owes: consumers and businesses, within one administration. */
export function createDebtorService(deps: DebtorsDeps) {
  const { store, clock } = deps;
  const table = (scope: Scope) => store.table(debtors).in(scope);

  async function get(scope: Scope, id: Id, session?: ClientSession): Promise<Debtor> {
    const found = await table(scope).byId(id, { session });
    if (!found) throw new DebtorNotFoundError(id.toHexString());
    return found;
  }

  /** Throws `DebtorNumberTakenError` when the administration has that number already. */
  async function create(scope: Scope, place: AdministrationKey, news: NewDebtor): Promise<Debtor> {
    const row = debtorRow(place, news, clock.now());
    try {
      return await table(scope).insert(row);
    } catch (error) {
      if (isDuplicateKey(error)) throw new DebtorNumberTakenError(news.number);
      throw error;
    }
  }

  return {
    get,
    create,
    contacts: createContacts(deps),
    flags: createDebtorFlags(deps),
    refreshBehaviour: createRefreshBehaviour(deps),
    list: (scope: Scope, query: DebtorQuery = {}) => listDebtors(deps, scope, query),
    /** The debtor with what is owed today. */
    async describe(scope: Scope, id: Id): Promise<ListedDebtor> {
      const debtor = await get(scope, id);
      const days = await todaysOf(deps, [debtor.administrationId]);
      const [described] = await describeDebtors(deps, scope, { rows: [debtor], days });
      invariant(described, 'one debtor in, one out');
      return described;
    },
    async createIn(scope: Scope, administrationId: Id, news: NewDebtor): Promise<Debtor> {
      const home = await findAdministration(store, scope, { id: administrationId });
      return create(scope, { ...placeOf({ ...home, administrationId: home._id }) }, news);
    },
    ...createDebtorChanges(deps),
  };
}
