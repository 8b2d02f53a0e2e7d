import { ADMINISTRATORS, READERS, Type } from '@inning/sdk';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { IdParams, IdSchema, PageQuery, pageSchema, toId } from '../routing/index.ts';
import {
  AdministrationChangeSchema,
  AdministrationSchema,
  administrationView,
  changeOf,
  NewAdministrationSchema,
  PauseSchema,
  ResumeSchema,
} from './administration.view.ts';
import type { AdministrationService } from './administrations.service.ts';

const tags = ['Administrations'];
const readers = { access: { roles: READERS } };
const administrators = { access: { roles: ADMINISTRATORS } };
export type AdministrationRoutesDeps = { readonly administrations: AdministrationService };

export const administrationRoutes =
  (deps: AdministrationRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();
    const { administrations } = deps;

    routes.get(
      '/administrations',
      {
        config: readers,
        schema: {
          tags,
          summary: 'Administrations you may see',
          operationId: 'listAdministrations',
          querystring: Type.Object({ ...PageQuery, creditorId: Type.Optional(IdSchema) }),
          response: { 200: pageSchema(AdministrationSchema) },
        },
      },
      async ({ scope, query }) => {
        const creditorId = query.creditorId ? toId(query.creditorId) : undefined;
        const page = await administrations.list(scope, query, creditorId);
        return { ...page, items: page.items.map(administrationView) };
      },
    );

    routes.get(
      '/administrations/:id',
      {
        config: readers,
        schema: {
          tags,
          summary: 'One administration with its settings',
          operationId: 'getAdministration',
          params: IdParams,
          response: { 200: AdministrationSchema },
        },
      },
      async ({ scope, params }) =>
        administrationView(await administrations.get(scope, toId(params.id))),
    );

    changingRoutes(app, deps);
    pauseRoutes(app, deps);
  };

function changingRoutes(app: FastifyInstance, { administrations }: AdministrationRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/administrations',
    {
      config: administrators,
      schema: {
        tags,
        summary: 'Add an administration to a creditor',
        operationId: 'createAdministration',
        body: NewAdministrationSchema,
        response: { 201: AdministrationSchema },
      },
    },
    async ({ scope, body }, reply) => {
      const { creditorId, name, number, ...settings } = body;
      const made = await administrations.create(scope, {
        creditorId: toId(creditorId),
        name,
        number,
        ...changeOf(settings),
      });
      return reply.code(201).send(administrationView(made));
    },
  );

  routes.patch(
    '/administrations/:id',
    {
      config: administrators,
      schema: {
        tags,
        summary: 'Change settings of an administration: sender, test mode, choice of flows',
        operationId: 'updateAdministration',
        params: IdParams,
        body: AdministrationChangeSchema,
        response: { 200: AdministrationSchema },
      },
    },
    async ({ scope, params, body }) =>
      administrationView(await administrations.update(scope, toId(params.id), changeOf(body))),
  );
}

function pauseRoutes(app: FastifyInstance, { administrations }: AdministrationRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/administrations/:id/pause',
    {
      config: administrators,
      schema: {
        tags,
        summary: 'Hold everything in an administration back for a while',
        operationId: 'pauseAdministration',
        params: IdParams,
        body: PauseSchema,
        response: { 200: AdministrationSchema },
      },
    },
    async ({ scope, params, body }) => {
      const pause = { until: body.until ?? null, reason: body.reason };
      return administrationView(await administrations.pause(scope, toId(params.id), pause));
    },
  );

  routes.post(
    '/administrations/:id/resume',
    {
      config: administrators,
      schema: {
        tags,
        summary: 'Let a paused administration go on: now, or with all dates shifted',
        operationId: 'resumeAdministration',
        params: IdParams,
        body: ResumeSchema,
        response: { 200: AdministrationSchema },
      },
    },
    async ({ scope, params, body }) =>
      administrationView(await administrations.resume(scope, toId(params.id), body.choice)),
  );
}
