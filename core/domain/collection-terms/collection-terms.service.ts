import type { Clock } from '@inning/sdk';
import {
  type AdministrationKey,
  type Id,
  type Scope,
  type Store,
  systemScope,
} from '../../store/index.ts';
import { findAdministration, todayOf } from '../administrations/index.ts';
import { createCreditorService } from '../creditors/index.ts';
import { type CollectionTermsRow, collectionTerms } from './collection-terms.model.ts';
import { CreditorTermsReachTooFarError, TermsIncompleteError } from './collection-terms.errors.ts';
import { agreementOn, type CollectionTerms, TERMS_BY_LAW, termsOf } from './terms.ts';

export type NewTerms = CollectionTerms & {
  readonly validFrom: string;
  readonly reason: string;
  readonly by: string;
};
export type CollectionTermsDeps = { readonly store: Store; readonly clock: Clock };
export type CollectionTermsService = ReturnType<typeof createCollectionTermsService>;

/** What creditors agreed about costs and interest. */
export function createCollectionTermsService(deps: CollectionTermsDeps) {
  const { store, clock } = deps;
  const table = (scope: Scope) => store.table(collectionTerms).in(scope);

  const insert = (scope: Scope, place: AgreedFor, terms: NewTerms) => {
    refuseHalf(terms);
    return table(scope).insert({ ...place, ...terms, at: clock.now() } as never);
  };

  return {
    /** What counts today, and every agreement that led there, newest first. */
    async ofAdministration(scope: Scope, administrationId: Id) {
      const administration = await findAdministration(store, scope, { id: administrationId });
      const { creditorId } = administration;
      const rows = await table(scope).find(
        { creditorId, administrationId: { $in: [null, administrationId] } },
        { sort: { validFrom: -1, at: -1, _id: -1 } },
      );
      const today = await todayOf(deps, administrationId);
      const agreed = agreementOn(rows, { creditorId, administrationId }, today);
      const terms = agreed ? termsOf(agreed) : TERMS_BY_LAW;
      return { terms, currentId: agreed?._id ?? null, history: rows };
    },
    async agreeForAdministration(scope: Scope, administrationId: Id, terms: NewTerms) {
      const { agencyId, creditorId } = await findAdministration(store, scope, {
        id: administrationId,
      });
      return insert(scope, { agencyId, creditorId, administrationId }, terms);
    },
    /** Counts for every administration without its own. Throws `CreditorTermsReachTooFarError`. */
    async agreeForCreditor(scope: Scope, creditorId: Id, terms: NewTerms) {
      const creditor = await createCreditorService({ store }).get(scope, creditorId);
      const seesAll = scope.kind === 'system' || scope.administrationIds === 'all';
      if (!seesAll) throw new CreditorTermsReachTooFarError(creditorId.toHexString());
      return insert(
        scope,
        { agencyId: creditor.agencyId, creditorId, administrationId: null },
        terms,
      );
    },
  };
}

type AgreedFor = Omit<AdministrationKey, 'administrationId'> & {
  readonly administrationId: Id | null;
};

/** A shared agreement says how it is shared. */
function refuseHalf(terms: NewTerms): void {
  const isShared = terms.costsBearer === 'shared';
  const parts = [terms.debtorPoints, terms.debtorCents].filter((one) => one !== null);
  if (isShared && parts.length !== 1) throw new TermsIncompleteError('debtorPoints');
  if (!isShared && parts.length > 0) throw new TermsIncompleteError('costsBearer');
  const order = terms.paymentOrder;
  if (order && new Set(order).size !== 3) throw new TermsIncompleteError('paymentOrder');
}

export type ReadTerms = (
  places: readonly { readonly creditorId: Id }[],
) => Promise<readonly CollectionTermsRow[]>;

const reason = systemScope('what was agreed counts for every administration of a creditor');

/** Every agreement of the creditors of these rows, in one query. */
export const createTermsReader =
  (store: Store): ReadTerms =>
  (places) => {
    const ids = new Map(places.map(({ creditorId }) => [creditorId.toHexString(), creditorId]));
    return store
      .table(collectionTerms)
      .in(reason)
      .find({ creditorId: { $in: [...ids.values()] } });
  };
