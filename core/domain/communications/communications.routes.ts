import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, IdParams, IdSchema, PageQuery, pageSchema, toId } from '../routing/index.ts';
import { COMMUNICATION_STATES } from './communication.model.ts';
import { CommunicationSchema, communicationView } from './communication.view.ts';
import type { CommunicationService } from './communications.service.ts';
import { bounceRoutes } from './bounces/bounces.routes.ts';
import { returnRoutes } from './returned-letters.routes.ts';

const tags = ['Communications'];
const readers = { access: { roles: READERS } };
export type CommunicationRoutesDeps = { readonly communications: CommunicationService };

export const communicationRoutes =
  ({ communications }: CommunicationRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoutes(app, communications);
    letterRoute(app, communications);
    resolveRoute(app, communications);
    returnRoutes(app, communications);
    bounceRoutes(app, communications);
  };

function readingRoutes(app: FastifyInstance, communications: CommunicationService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/communications',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What was sent, newest first',
        operationId: 'listCommunications',
        querystring: Type.Object({
          ...PageQuery,
          administrationId: Type.Optional(IdSchema),
          debtorId: Type.Optional(IdSchema),
          state: Type.Optional(Type.Enum(COMMUNICATION_STATES)),
        }),
        response: { 200: pageSchema(CommunicationSchema) },
      },
    },
    async ({ scope, query }) => {
      const { administrationId, debtorId, state } = query;
      const page = await communications.list(scope, {
        ...(administrationId ? { administrationId: toId(administrationId) } : {}),
        ...(debtorId ? { debtorId: toId(debtorId) } : {}),
        ...(state ? { state } : {}),
        page: query,
      });
      return { ...page, items: page.items.map(communicationView) };
    },
  );

  routes.get(
    '/communications/:id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One letter, with its text as it left',
        operationId: 'getCommunication',
        params: IdParams,
        response: { 200: Type.Object({ ...CommunicationSchema.properties, text: Type.String() }) },
      },
    },
    async ({ scope, params }) => {
      const row = await communications.get(scope, toId(params.id));
      const { text } = await communications.letter(scope, row._id);
      return { ...communicationView(row), text };
    },
  );
}

function letterRoute(app: FastifyInstance, communications: CommunicationService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/communications/:id/html',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A letter as the debtor saw it; for a frame that runs no scripts',
        operationId: 'getCommunicationHtml',
        params: IdParams,
      },
    },
    async ({ scope, params }, reply) => {
      const { html } = await communications.letter(scope, toId(params.id));
      return reply
        .type('text/html; charset=utf-8')
        .header('x-frame-options', 'SAMEORIGIN')
        .header(
          'content-security-policy',
          "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
        )
        .send(html);
    },
  );
}

function resolveRoute(app: FastifyInstance, communications: CommunicationService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/communications/:id/resolve',
    {
      config: { access: { roles: WRITERS } },
      schema: {
        tags,
        summary: 'Say what became of a letter of which nobody knows whether it left',
        operationId: 'resolveCommunication',
        params: IdParams,
        body: Type.Object(
          { as: Type.Enum(['sent', 'send-again']) },
          { additionalProperties: false },
        ),
        response: { 200: CommunicationSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const resolution = { as: body.as, by: actorOf(user) };
      return communicationView(await communications.resolve(scope, toId(params.id), resolution));
    },
  );
}
