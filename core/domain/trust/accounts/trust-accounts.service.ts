import type { Id, NewRow, Scope } from '../../../store/index.ts';
import { isDuplicateKey } from '../../../store/index.ts';
import { administrations, findAdministration } from '../../administrations/index.ts';
import { creditors, CreditorNotFoundError } from '../../creditors/index.ts';
import type { PageRequest } from '../../routing/index.ts';
import { trustBalances } from '../booking/trust-balance.model.ts';
import { openCentsOf } from '../lines/open-cents.ts';
import { trustLines } from '../lines/trust-line.model.ts';
import type { Person } from '../remittances/propose-remittance.ts';
import { IbanInvalidError, isIban, plainIban } from '../../payments/index.ts';
import { createReconcile } from '../reconciling/reconcile.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustAccountOfAdministrationError, TrustAccountTakenError } from '../trust.errors.ts';
import { findTrustAccount } from './find-trust-account.ts';
import { type TrustAccount, trustAccounts } from './trust-account.model.ts';
import { type TrustTerms, trustTerms } from './trust-terms.model.ts';

export type NewTrustAccount = {
  readonly name: string;
  readonly iban: string;
  readonly holderName: string;
  readonly bic?: string | null;
  readonly holdDays?: number;
  /** Tasks about the account stand there. */
  readonly administrationId: Id;
};
export type TrustAccountChange = Partial<
  Pick<NewTrustAccount, 'name' | 'holderName' | 'bic' | 'holdDays'>
>;
export type TermsChange = Partial<
  Pick<TrustTerms, 'feeBasisPoints' | 'keepsCosts' | 'iban' | 'accountName'>
>;
export type TrustAccountService = ReturnType<typeof createTrustAccountService>;

const SHOWN_DAYS = 31;

/** Trust accounts of an agency, what is agreed about them, and how they stand. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createTrustAccountService(deps: TrustDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(trustAccounts).in(scope);
  const reconcile = createReconcile(deps);

  async function assertApart(scope: Scope, iban: string): Promise<void> {
    if (!isIban(iban)) throw new IbanInvalidError();
    const all = await store
      .table(administrations)
      .in(scope)
      .find({}, { fields: ['iban'] });
    const own = all.find((one) => one.iban && plainIban(one.iban) === iban);
    if (own) throw new TrustAccountOfAdministrationError(own._id.toHexString());
  }

  return {
    get: (scope: Scope, id: Id) => findTrustAccount(store, scope, { id }),
    list: (scope: Scope): Promise<TrustAccount[]> => table(scope).find({}, { sort: { name: 1 } }),

    /** Throws `IbanInvalidError`, `TrustAccountTakenError`, `TrustAccountOfAdministrationError`. */
    async create(scope: Scope, news: NewTrustAccount): Promise<TrustAccount> {
      const { administrationId, ...settings } = news;
      const home = await findAdministration(store, scope, { id: administrationId });
      const iban = plainIban(news.iban);
      await assertApart(scope, iban);
      try {
        return await table(scope).insert({
          ...settings,
          iban,
          agencyId: home.agencyId,
          homeCreditorId: home.creditorId,
          homeAdministrationId: home._id,
        } as NewRow<TrustAccount>);
      } catch (error) {
        if (isDuplicateKey(error)) throw new TrustAccountTakenError(iban);
        throw error;
      }
    },

    async update(scope: Scope, id: Id, change: TrustAccountChange): Promise<TrustAccount> {
      const before = await findTrustAccount(store, scope, { id });
      return (await table(scope).change({ _id: id }, { $set: { ...change } as never })) ?? before;
    },

    /** What there is, whose it is, and whether it agrees with the bank. */
    async standing(scope: Scope, id: Id) {
      const account = await findTrustAccount(store, scope, { id });
      const its = { trustAccountId: id };
      const balances = await store.table(trustBalances).in(scope).find(its);
      const known = await store
        .table(creditors)
        .in(scope)
        .find({ _id: { $in: balances.map((one) => one.creditorId) } }, { fields: ['name'] });
      const names = new Map(known.map((one) => [one._id.toHexString(), one.name]));
      const waiting = await store
        .table(trustLines)
        .in(scope)
        .find({ ...its, state: { $in: ['waiting', 'plausible'] } });
      return {
        account,
        creditors: balances.map((one) => ({
          ...one,
          creditorName: names.get(one.creditorId.toHexString()) ?? '',
        })),
        waitingCount: waiting.length,
        waitingCents: waiting.reduce((sum, line) => sum + openCentsOf(line), 0),
        days: await reconcile.list(scope, account, SHOWN_DAYS),
      };
    },

    /** The books against the bank, day by day, newest first. */
    async days(scope: Scope, id: Id, page: PageRequest) {
      return reconcile.days(scope, await findTrustAccount(store, scope, { id }), page);
    },

    terms: (scope: Scope, creditorId: Id): Promise<TrustTerms | null> =>
      store.table(trustTerms).in(scope).findOne({ creditorId }),

    /**
     * Counts for what is booked from now on; who changes the account is the first of the two people who
     * vouch for it. Throws `IbanInvalidError`.
     */
    async agree(
      scope: Scope,
      creditorId: Id,
      { by, ...change }: TermsChange & { readonly by?: Person },
    ): Promise<TrustTerms> {
      const creditor = await store.table(creditors).in(scope).byId(creditorId);
      if (!creditor) throw new CreditorNotFoundError(creditorId.toHexString());
      const iban = change.iban ? plainIban(change.iban) : change.iban;
      if (typeof iban === 'string' && !isIban(iban)) throw new IbanInvalidError();
      const before = await store.table(trustTerms).in(scope).findOne({ creditorId });
      const isOther = iban !== undefined && iban !== (before?.iban ?? null);
      const vouched = isOther ? { vouched: firstOf(iban, by, deps.clock.now()) } : {};
      const $set = { ...change, ...(iban === undefined ? {} : { iban }), ...vouched };
      const filter = { agencyId: creditor.agencyId, creditorId };
      return store
        .table(trustTerms)
        .in(scope)
        .upsert(filter, { $set } as never);
    },
  };
}

function firstOf(iban: string | null, by: Person | undefined, at: Date) {
  if (iban === null) return null;
  return { iban, by: by?.userId ? [{ userId: by.userId, name: by.name, at }] : [] };
}
