import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  actorOf,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  OptionalText,
  toId,
} from '../routing/index.ts';
import { BankSchema, ConnectionSchema, viewOf } from './bank-connection.view.ts';
import type { BankFeedService } from './bank-feeds.service.ts';
import type { Asking } from './connect.ts';

const tags = ['Bank'];
const writers = { access: { roles: WRITERS } };

const BegunSchema = Type.Object({ connectionId: IdSchema, url: OptionalText });
export type BankFeedRoutesDeps = { readonly bankFeeds: BankFeedService };

export const bankFeedRoutes =
  ({ bankFeeds }: BankFeedRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoutes(app, bankFeeds);
    consentRoutes(app, bankFeeds);
    accountRoutes(app, bankFeeds);
  };

function readingRoutes(app: FastifyInstance, bankFeeds: BankFeedService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/bank-feeds/banks',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'The banks that can be connected to an administration',
        operationId: 'listConnectableBanks',
        querystring: Type.Object({ administrationId: IdSchema }),
        response: { 200: Type.Object({ items: Type.Array(BankSchema) }) },
      },
    },
    async ({ scope, query }) => {
      const banks = await bankFeeds.banks(scope, toId(query.administrationId));
      return { items: banks.map((one) => ({ ...one, credentials: [...one.credentials] })) };
    },
  );

  routes.get(
    '/bank-connections',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'Connected banks, with how far each account was read and what is wrong',
        operationId: 'listBankConnections',
        querystring: Type.Object({ administrationId: Type.Optional(IdSchema) }),
        response: { 200: Type.Object({ items: Type.Array(ConnectionSchema) }) },
      },
    },
    async ({ scope, query }) => {
      const id = query.administrationId ? toId(query.administrationId) : undefined;
      return { items: (await bankFeeds.list(scope, id)).map(viewOf) };
    },
  );
}

function consentRoutes(app: FastifyInstance, bankFeeds: BankFeedService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/bank-connections',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Start connecting a bank; the browser then goes to `url`',
        operationId: 'startBankConnection',
        body: Type.Object(
          {
            administrationId: IdSchema,
            pluginId: Type.String({ maxLength: 100 }),
            bank: Type.String({ maxLength: 100 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: BegunSchema },
      },
    },
    async (request) => {
      const { body, scope } = request;
      const wanted = { ...body, administrationId: toId(body.administrationId) };
      const { connection, url } = await bankFeeds.start(scope, wanted, askingOf(request));
      return { connectionId: idText(connection._id), url };
    },
  );

  routes.post(
    '/bank-connections/:id/renew',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Ask for consent again; the browser then goes to `url`',
        operationId: 'renewBankConnection',
        params: IdParams,
        response: { 200: BegunSchema },
      },
    },
    async (request) => {
      const id = toId(request.params.id);
      const { url } = await bankFeeds.renew(request.scope, id, askingOf(request));
      return { connectionId: request.params.id, url };
    },
  );
}

function accountRoutes(app: FastifyInstance, bankFeeds: BankFeedService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/bank-connections/:id/accounts',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Choose the accounts to read, and from which day',
        operationId: 'chooseBankAccounts',
        params: IdParams,
        body: Type.Object(
          {
            accountIds: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 50 }),
            trustAccountId: Type.Optional(Type.Union([IdSchema, Type.Null()])),
            from: DaySchema,
          },
          { additionalProperties: false },
        ),
        response: { 200: ConnectionSchema },
      },
    },
    async ({ scope, params, body }) => {
      const trustAccountId = body.trustAccountId ? toId(body.trustAccountId) : null;
      const chosen = { ...body, trustAccountId };
      return viewOf(await bankFeeds.choose(scope, toId(params.id), chosen));
    },
  );

  for (const [verb, summary, operationId] of [
    [
      'check',
      'Ask the bank how the consent stands, and which accounts it shows',
      'checkBankConnection',
    ],
    ['read', 'Read the next days of every account now', 'readBankConnection'],
    ['stop', 'Read nothing of this bank any more', 'stopBankConnection'],
  ] as const) {
    routes.post(
      `/bank-connections/:id/${verb}`,
      {
        config: writers,
        schema: {
          tags,
          summary,
          operationId,
          params: IdParams,
          response: { 200: ConnectionSchema },
        },
      },
      async ({ scope, params }) => {
        const does = { check: bankFeeds.check, read: bankFeeds.readNow, stop: bankFeeds.stop };
        return viewOf(await does[verb](scope, toId(params.id)));
      },
    );
  }
}

const askingOf = ({ user, session, ip }: FastifyRequest): Asking => ({
  agencyId: user?.agencyId ?? '',
  userId: user?.id ?? '',
  sessionToken: session?.token ?? '',
  name: actorOf(user),
  ip,
  language: session?.locale ?? 'nl',
});
