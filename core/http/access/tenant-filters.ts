import type { RequestUser } from '@inning/sdk';
import fp from 'fastify-plugin';
import { Types } from 'mongoose';
import { administrations } from '../../domain/administrations/index.ts';
import { creditors } from '../../domain/creditors/index.ts';
import { debtors } from '../../domain/debtors/index.ts';
import { type Id, type Scope, type Store } from '../../store/index.ts';
import { NothingByThisIdError } from '../http.errors.ts';

type Look = (scope: Scope, id: Id) => Promise<unknown>;

/**
 * A list that is filtered by an id outside the scope is a 404, not an empty list: it must not make a
 * difference whether that id exists. The store keeps the wall; this only gives one answer everywhere.
 */
export const tenantFilters = fp<{ readonly store: Store }>(
  async (app, { store }) => {
    const filters: Readonly<Record<string, Look>> = {
      creditorId: (scope, id) => store.table(creditors).in(scope).byId(id),
      administrationId: (scope, id) => store.table(administrations).in(scope).byId(id),
      debtorId: (scope, id) => store.table(debtors).in(scope).byId(id),
    };

    app.addHook('preHandler', async (request) => {
      const { user, scope } = request;
      if (user === null) return;
      for (const [field, value] of Object.entries(request.query as Record<string, unknown>)) {
        const look = filters[field];
        if (look === undefined || value === null || value === undefined) continue;
        const isKnown =
          typeof value === 'string' &&
          Types.ObjectId.isValid(value) &&
          isListed(user, field, value) &&
          (await look(scope, new Types.ObjectId(value))) !== null;
        if (!isKnown) throw new NothingByThisIdError(field);
      }
    });
  },
  { name: 'tenant-filters', dependencies: ['access-rules'], fastify: '5.x' },
);

/** A creditor stands beside the tenant tree it is the root of, so its own list is asked as well. */
function isListed(user: RequestUser, field: string, id: string): boolean {
  const { creditorIds, administrationIds } = user;
  if (field === 'creditorId') return creditorIds === 'all' || creditorIds.includes(id);
  if (field === 'administrationId')
    return administrationIds === 'all' || administrationIds.includes(id);
  return true;
}
