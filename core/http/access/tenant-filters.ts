import type { RequestUser } from '@inning/sdk';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Types } from 'mongoose';
import { administrations } from '../../domain/administrations/index.ts';
import { creditors } from '../../domain/creditors/index.ts';
import { debtors } from '../../domain/debtors/index.ts';
import { flows } from '../../flows/index.ts';
import { type Id, type Scope, type Store } from '../../store/index.ts';
import { NothingByThisIdError } from '../http.errors.ts';

type Look = (scope: Scope, id: Id) => Promise<unknown>;
type Named = { readonly field: string; readonly noun: string; readonly value: unknown };

const FILTERS: Readonly<Record<string, string>> = {
  creditorId: 'creditors',
  administrationId: 'administrations',
  debtorId: 'debtors',
  flowId: 'flows',
};
/** What belongs to something: `/debtors/:id/invoices`, but not `/debtors/:id`, which says it itself. */
const OWNER = /\/(creditors|administrations|debtors|flows)\/:id\//;

/**
 * A list of what belongs to something outside the scope is a 404, not an empty list: it must not make
 * a difference whether that something exists. The store keeps the wall; this gives one answer everywhere.
 */
export const tenantFilters = fp<{ readonly store: Store }>(
  async (app, { store }) => {
    const nouns: Readonly<Record<string, Look>> = {
      creditors: (scope, id) => store.table(creditors).in(scope).byId(id),
      administrations: (scope, id) => store.table(administrations).in(scope).byId(id),
      debtors: (scope, id) => store.table(debtors).in(scope).byId(id),
      flows: (scope, id) => store.table(flows).in(scope).byId(id),
    };

    app.addHook('preHandler', async (request) => {
      const { user, scope } = request;
      if (user === null) return;
      for (const { field, noun, value } of namedIn(request)) {
        const isKnown =
          typeof value === 'string' &&
          Types.ObjectId.isValid(value) &&
          isListed(user, noun, value) &&
          (await nouns[noun]?.(scope, new Types.ObjectId(value))) !== null;
        if (!isKnown) throw new NothingByThisIdError(field);
      }
    });
  },
  { name: 'tenant-filters', dependencies: ['access-rules'], fastify: '5.x' },
);

function namedIn({ query, params, routeOptions }: FastifyRequest): Named[] {
  const filters = Object.entries((query ?? {}) as Record<string, unknown>).flatMap(
    ([field, value]) => {
      const noun = Object.hasOwn(FILTERS, field) ? FILTERS[field] : undefined;
      return noun === undefined || value === undefined || value === null
        ? []
        : [{ field, noun, value }];
    },
  );
  const owner = OWNER.exec(routeOptions.url ?? '')?.[1];
  if (owner === undefined) return filters;
  return [{ field: 'id', noun: owner, value: (params as { id?: unknown }).id }, ...filters];
}

/** Creditors and administrations stand beside the part of the tree they are the root of. */
function isListed({ creditorIds, administrationIds }: RequestUser, noun: string, id: string) {
  if (noun === 'creditors') return creditorIds === 'all' || creditorIds.includes(id);
  if (noun === 'administrations')
    return administrationIds === 'all' || administrationIds.includes(id);
  return true;
}
