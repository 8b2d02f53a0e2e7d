import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  actorOf,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  instantText,
  InstantSchema,
  OptionalDay,
  OptionalIdSchema,
  optionalIdText,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  toId,
} from '../routing/index.ts';
import { CONNECTION_STATES } from './bank-connection.model.ts';
import type { BankFeedService, ConnectionWithAccounts } from './bank-feeds.service.ts';
import type { Asking } from './connect.ts';

const tags = ['Bank'];
const writers = { access: { roles: WRITERS } };

const BankSchema = Type.Object({
  id: Type.String(),
  pluginId: Type.String(),
  title: Type.String(),
  asks: Type.Enum(['consent', 'key'] as const),
  consentDays: Type.Union([Type.Integer(), Type.Null()]),
});
const FoundSchema = Type.Object({
  id: Type.String(),
  account: Type.String(),
  currency: Type.String(),
  holder: OptionalText,
});
const FeedAccountSchema = Type.Object({
  id: IdSchema,
  accountId: Type.String(),
  account: Type.String(),
  holder: OptionalText,
  trustAccountId: OptionalIdSchema,
  isOn: Type.Boolean(),
  firstDay: DaySchema,
  readUntil: OptionalDay,
  isUpToDate: Type.Boolean({ description: 'Everything until today was read once' }),
  lastReadAt: OptionalInstant,
  nextReadAt: InstantSchema,
  lineCount: Type.Integer(),
  failureCount: Type.Integer(),
  problem: OptionalText,
  problemSince: OptionalInstant,
});
const ConnectionSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  bank: Type.String(),
  title: Type.String(),
  state: Type.Enum(CONNECTION_STATES),
  consentUntil: OptionalDay,
  startedAt: InstantSchema,
  startedBy: Type.String(),
  found: Type.Array(FoundSchema),
  accounts: Type.Array(FeedAccountSchema),
});
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
    async ({ scope, query }) => ({
      items: await bankFeeds.banks(scope, toId(query.administrationId)),
    }),
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

  routes.post(
    '/bank-connections/:id/check',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Ask the bank how the consent stands, and which accounts it shows',
        operationId: 'checkBankConnection',
        params: IdParams,
        response: { 200: ConnectionSchema },
      },
    },
    async ({ scope, params }) => viewOf(await bankFeeds.check(scope, toId(params.id))),
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
        const does = verb === 'read' ? bankFeeds.readNow : bankFeeds.stop;
        return viewOf(await does(scope, toId(params.id)));
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

const viewOf = ({
  connection,
  accounts,
}: ConnectionWithAccounts): Static<typeof ConnectionSchema> => ({
  id: idText(connection._id),
  administrationId: idText(connection.administrationId),
  bank: connection.bank,
  title: connection.title,
  state: connection.state,
  consentUntil: connection.consentUntil ?? null,
  startedAt: instantText(connection.startedAt),
  startedBy: connection.startedBy,
  found: connection.found.map(({ id, account, currency, holder }) => ({
    id,
    account,
    currency,
    holder: holder ?? null,
  })),
  accounts: accounts.map((row) => ({
    id: idText(row._id),
    accountId: row.accountId,
    account: row.account,
    holder: row.holder ?? null,
    trustAccountId: optionalIdText(row.trustAccountId),
    isOn: row.isOn,
    firstDay: row.firstDay,
    readUntil: row.readUntil ?? null,
    isUpToDate: row.freshAt !== null && row.freshAt !== undefined,
    lastReadAt: optionalInstantText(row.lastReadAt),
    nextReadAt: instantText(row.nextReadAt),
    lineCount: row.lineCount,
    failureCount: row.failureCount,
    problem: row.problem ?? null,
    problemSince: optionalInstantText(row.problemSince),
  })),
});
