import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Scope } from '../../store/index.ts';
import { IdParams, IdSchema, PageQuery, pageSchema, toId } from '../routing/index.ts';
import { contactRoutes } from './contacts.routes.ts';
import type { DebtorFile } from './debtor-file.ts';
import type { DebtorFlow } from './debtor-flow.ts';
import type { Debtor } from './debtor.model.ts';
import {
  DebtorChangeSchema,
  DebtorSchema,
  debtorSummary,
  DebtorSummarySchema,
  debtorView,
  NewDebtorSchema,
} from './debtor.view.ts';
import type { DebtorService } from './debtors.service.ts';
import { debtorFlagRoutes } from './flags.routes.ts';
import { DEBTOR_STATES } from './list-debtors.ts';
import { debtorPauseRoutes } from './pause.routes.ts';

const tags = ['Debtors'];
const readers = { access: { roles: READERS } };
const writers = { access: { roles: WRITERS } };
export type DebtorRoutesDeps = {
  readonly debtors: DebtorService;
  /** Which flow a debtor is in and why, for the file; the engine answers. */
  readonly flowOf?: (scope: Scope, debtor: Debtor) => Promise<DebtorFlow | null>;
};
export const debtorRoutes =
  (deps: DebtorRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const file: DebtorFile = async (scope, id) => {
      const listed = await deps.debtors.describe(scope, id);
      return debtorView(listed, (await deps.flowOf?.(scope, listed.debtor)) ?? null);
    };
    readingRoutes(app, deps, file);
    changingRoutes(app, deps, file);
    debtorFlagRoutes(app, deps.debtors, file);
    debtorPauseRoutes(app, deps.debtors, file);
    contactRoutes(app, deps.debtors, file);
  };

function readingRoutes(
  app: FastifyInstance,
  { debtors }: DebtorRoutesDeps,
  file: DebtorFile,
): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/debtors',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Debtors by name',
        operationId: 'listDebtors',
        querystring: Type.Object({
          ...PageQuery,
          administrationId: Type.Optional(IdSchema),
          search: Type.Optional(Type.String({ maxLength: 200 })),
          state: Type.Optional(Type.Enum(DEBTOR_STATES)),
        }),
        response: { 200: pageSchema(DebtorSummarySchema) },
      },
    },
    async ({ scope, query }) => {
      const page = await debtors.list(scope, {
        ...(query.administrationId ? { administrationId: toId(query.administrationId) } : {}),
        ...(query.search ? { search: query.search } : {}),
        state: query.state ?? 'all',
        page: query,
      });
      return { ...page, items: page.items.map(debtorSummary) };
    },
  );

  routes.get(
    '/debtors/:id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'The file of a debtor',
        operationId: 'getDebtor',
        params: IdParams,
        response: { 200: DebtorSchema },
      },
    },
    ({ scope, params }) => file(scope, toId(params.id)),
  );
}

function changingRoutes(
  app: FastifyInstance,
  { debtors }: DebtorRoutesDeps,
  file: DebtorFile,
): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/debtors',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Add a debtor',
        operationId: 'createDebtor',
        body: NewDebtorSchema,
        response: { 201: DebtorSchema },
      },
    },
    async ({ scope, body }, reply) => {
      const { administrationId, ...news } = body;
      const made = await debtors.createIn(scope, toId(administrationId), news);
      return reply.code(201).send(await file(scope, made._id));
    },
  );

  routes.patch(
    '/debtors/:id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Change a debtor',
        operationId: 'updateDebtor',
        params: IdParams,
        body: DebtorChangeSchema,
        response: { 200: DebtorSchema },
      },
    },
    async ({ scope, params, body }) => {
      await debtors.update(scope, toId(params.id), body);
      return file(scope, toId(params.id));
    },
  );
}
