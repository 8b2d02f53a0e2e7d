import { invariant } from '@inning/sdk';
import { Types } from 'mongoose';

export type Id = Types.ObjectId;
export const newId = (): Id => new Types.ObjectId();
/** An id that is known to be one; ids from outside are checked by the routes' schemas. */
export const toId = (hex: string): Id => Types.ObjectId.createFromHexString(hex);

/** How deep in the tree agency > creditor > administration a collection lives. */
export type Tenancy = 'installation' | 'agency' | 'creditor' | 'administration';

export type AgencyKey = { agencyId: Id };
export type CreditorKey = AgencyKey & { creditorId: Id };
export type AdministrationKey = CreditorKey & { administrationId: Id };
export type TenantKey<T extends Tenancy> = T extends 'administration'
  ? AdministrationKey
  : T extends 'creditor'
    ? CreditorKey
    : T extends 'agency'
      ? AgencyKey
      : Record<never, never>;

/**
 * Whose documents a piece of work may see. Every query names one: it is the only way to a collection.
 * `system` is for work that belongs to nobody, such as the engine; its reason is for the reader.
 */
export type Scope =
  | { readonly kind: 'system'; readonly reason: string }
  | {
      readonly kind: 'tenant';
      readonly agencyId: Id;
      readonly creditorIds: 'all' | readonly Id[];
      readonly administrationIds: 'all' | readonly Id[];
    };

export const systemScope = (reason: string): Scope => ({ kind: 'system', reason });

export function agencyScope(agencyId: Id): Scope {
  return { kind: 'tenant', agencyId, creditorIds: 'all', administrationIds: 'all' };
}

export function administrationScope(key: AdministrationKey): Scope {
  return {
    kind: 'tenant',
    agencyId: key.agencyId,
    creditorIds: [key.creditorId],
    administrationIds: [key.administrationId],
  };
}

const LEVELS: Record<Tenancy, number> = {
  installation: 0,
  agency: 1,
  creditor: 2,
  administration: 3,
};

/** How a collection lies in the tree where its depth alone does not say it. */
export type Placement = {
  readonly tenancy: Tenancy;
  /** Its rows are themselves agencies, creditors or administrations: their own id counts. */
  readonly itself?: 'agency' | 'creditor' | 'administration' | undefined;
  /** A row may belong to one creditor (`creditorId`) or to all of the agency (null). */
  readonly mayBeShared?: boolean | undefined;
};

/** What a scope adds to every filter on a collection. */
export function scopeFilter(scope: Scope, placement: Placement): Record<string, unknown> {
  if (scope.kind === 'system') return {};
  const { agencyId, creditorIds, administrationIds } = scope;
  return {
    ...(LEVELS[placement.tenancy] >= 1 ? { agencyId } : {}),
    ...(placement.itself === 'agency' ? { _id: agencyId } : {}),
    ...(creditorIds === 'all' ? {} : ofCreditors(creditorIds, placement)),
    ...(administrationIds === 'all' ? {} : ofAdministrations(administrationIds, placement)),
  };
}

function ofCreditors(ids: readonly Id[], { tenancy, itself, mayBeShared }: Placement) {
  if (itself === 'creditor') return { _id: { $in: ids } };
  if (mayBeShared) return { creditorId: { $in: [...ids, null] } };
  return LEVELS[tenancy] >= 2 ? { creditorId: { $in: ids } } : {};
}

function ofAdministrations(ids: readonly Id[], { tenancy, itself }: Placement) {
  if (itself === 'administration') return { _id: { $in: ids } };
  return LEVELS[tenancy] >= 3 ? { administrationId: { $in: ids } } : {};
}

/**
 * The scope's filter without what the caller's filter already says: an upsert may name a field once.
 * A caller's own value that lies outside the scope is left beside it, so that nothing matches.
 */
export function scopeBeyond(
  tenant: Readonly<Record<string, unknown>>,
  filter: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tenant).filter(([field, allowed]) => {
      const own = filter[field];
      if (!(own instanceof Types.ObjectId)) return true;
      const ids =
        allowed instanceof Types.ObjectId ? [allowed] : (allowed as { $in: (Id | null)[] }).$in;
      return !ids.some((id) => id?.equals(own));
    }),
  );
}

/** Stops a document from being written outside the scope; a mistake of ours, never of the user. */
export function assertInScope(scope: Scope, tenancy: Tenancy, document: object): void {
  if (scope.kind === 'system' || tenancy === 'installation') return;
  const key = document as Partial<AdministrationKey>;
  const holds = (allowed: 'all' | readonly Id[], id: Id | undefined) =>
    id !== undefined && (allowed === 'all' || allowed.some((one) => one.equals(id)));
  const level = LEVELS[tenancy];
  invariant(key.agencyId?.equals(scope.agencyId), 'a document is written in its own agency');
  invariant(level < 2 || holds(scope.creditorIds, key.creditorId), 'creditor outside the scope');
  invariant(
    level < 3 || holds(scope.administrationIds, key.administrationId),
    'administration outside the scope',
  );
}
