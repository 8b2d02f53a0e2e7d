import type { Id, Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { findPage, type PageRequest } from '../../routing/index.ts';
import { findTrustAccount } from '../accounts/find-trust-account.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustRemittanceNotFoundError } from '../trust.errors.ts';
import { createDecideRemittance } from './decide-remittance.ts';
import { createProposeRemittance, type NewRemittance } from './propose-remittance.ts';
import { readRemittable } from './read-remittable.ts';
import { createVouchForPayee } from './vouch-for-payee.ts';
import { type TrustRemittance, trustRemittances } from './trust-remittance.model.ts';
import { writePain001 } from './write-pain001.ts';

export type TrustRemittanceService = ReturnType<typeof createTrustRemittanceService>;
type Decide = ReturnType<typeof createDecideRemittance>;

/** Remittances to creditors: proposed, approved by somebody else, paid by the bank. */
export function createTrustRemittanceService(deps: TrustDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(trustRemittances).in(scope);
  const { takeFile, ...decide } = createDecideRemittance(deps);
  const propose = createProposeRemittance(deps);

  async function today(scope: Scope, trustAccountId: Id) {
    const account = await findTrustAccount(store, scope, { id: trustAccountId });
    return { account, on: await todayOf(deps, account.homeAdministrationId) };
  }

  return {
    ...decide,
    vouchForPayee: createVouchForPayee(deps),
    async get(scope: Scope, id: Id): Promise<TrustRemittance> {
      const found = await table(scope).byId(id);
      if (!found) throw new TrustRemittanceNotFoundError(id.toHexString());
      return found;
    },
    async list(scope: Scope, trustAccountId: Id, page: PageRequest = {}) {
      await findTrustAccount(store, scope, { id: trustAccountId });
      return findPage(table(scope), { trustAccountId }, { order: { number: -1 }, page });
    },
    async remittable(scope: Scope, trustAccountId: Id) {
      return readRemittable(store, { scope }, await today(scope, trustAccountId));
    },
    async propose(
      scope: Scope,
      asked: Omit<NewRemittance, 'today' | 'executeOn'> & {
        readonly executeOn?: string | undefined;
      },
    ) {
      const { on } = await today(scope, asked.trustAccountId);
      return propose(scope, { ...asked, today: on, executeOn: asked.executeOn ?? on });
    },
    /** The file for the bank, noted as taken before it is given. */
    async file(scope: Scope, id: Id, taking: Parameters<Decide['takeFile']>[2]) {
      const remittance = await takeFile(scope, id, taking);
      const account = await findTrustAccount(store, scope, { id: remittance.trustAccountId });
      return { name: `afdracht-${remittance.number}.xml`, text: writePain001(remittance, account) };
    },
  };
}
