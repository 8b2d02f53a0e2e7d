import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdParams, IdSchema, PageQuery, pageSchema, toId } from '../../routing/index.ts';
import { agencyAdministrators, agencyStaff } from '../trust-access.ts';
import {
  DayResultSchema,
  dayView,
  StandingSchema,
  standingView,
  TermsSchema,
  termsView,
  TrustAccountSchema,
  trustAccountView,
} from './trust-account.view.ts';
import { personOf } from '../remittances/person-of.ts';
import type { TrustAccountService } from './trust-accounts.service.ts';

const tags = ['Trust account'];
const Line = Type.String({ minLength: 1, maxLength: 70, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });
const Iban = Type.String({ minLength: 15, maxLength: 42 });
const Bic = Type.Union([
  Type.String({ pattern: '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$' }),
  Type.Null(),
]);
const settings = {
  name: Line,
  holderName: Line,
  bic: Bic,
  holdDays: Type.Integer({ minimum: 0, maximum: 400 }),
};
const NewAccountSchema = Type.Object(
  {
    name: Line,
    holderName: Line,
    iban: Iban,
    administrationId: IdSchema,
    bic: Type.Optional(Bic),
    holdDays: Type.Optional(settings.holdDays),
  },
  { additionalProperties: false },
);
const AccountChangeSchema = Type.Partial(Type.Object(settings), {
  additionalProperties: false,
  minProperties: 1,
});
const TermsChangeSchema = Type.Partial(
  Type.Object({
    feeBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
    keepsCosts: Type.Boolean(),
    iban: Type.Union([Iban, Type.Null()]),
    accountName: Type.Union([Line, Type.Null()]),
  }),
  { additionalProperties: false, minProperties: 1 },
);

export type TrustAccountRoutesDeps = { readonly trustAccounts: TrustAccountService };

export const trustAccountRoutes =
  ({ trustAccounts }: TrustAccountRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoutes(app, trustAccounts);
    changingRoutes(app, trustAccounts);
    termsRoutes(app, trustAccounts);
  };

function readingRoutes(app: FastifyInstance, trustAccounts: TrustAccountService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/trust-accounts',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'Trust accounts of the agency',
        operationId: 'listTrustAccounts',
        response: { 200: Type.Object({ items: Type.Array(TrustAccountSchema) }) },
      },
    },
    async ({ scope }) => ({ items: (await trustAccounts.list(scope)).map(trustAccountView) }),
  );

  routes.get(
    '/trust-accounts/:id',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'What stands on a trust account, whose it is, and whether it agrees with the bank',
        operationId: 'getTrustAccount',
        params: IdParams,
        response: { 200: StandingSchema },
      },
    },
    async ({ scope, params }) => standingView(await trustAccounts.standing(scope, toId(params.id))),
  );

  routes.get(
    '/trust-accounts/:id/days',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'The books of a trust account against the bank, day by day, newest first',
        operationId: 'listTrustDays',
        params: IdParams,
        querystring: Type.Object(PageQuery),
        response: { 200: pageSchema(DayResultSchema) },
      },
    },
    async ({ scope, params, query }) => {
      const page = await trustAccounts.days(scope, toId(params.id), query);
      return { ...page, items: page.items.map(dayView) };
    },
  );
}

function changingRoutes(app: FastifyInstance, trustAccounts: TrustAccountService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/trust-accounts',
    {
      config: agencyAdministrators,
      schema: {
        tags,
        summary: 'Mark a bank account as trust account of the agency',
        operationId: 'createTrustAccount',
        body: NewAccountSchema,
        response: { 201: TrustAccountSchema },
      },
    },
    async ({ scope, body }, reply) => {
      const news = { ...body, administrationId: toId(body.administrationId) };
      return reply.code(201).send(trustAccountView(await trustAccounts.create(scope, news)));
    },
  );

  routes.patch(
    '/trust-accounts/:id',
    {
      config: agencyAdministrators,
      schema: {
        tags,
        summary: 'Change a trust account: name, holder, hold period',
        operationId: 'updateTrustAccount',
        params: IdParams,
        body: AccountChangeSchema,
        response: { 200: TrustAccountSchema },
      },
    },
    async ({ scope, params, body }) =>
      trustAccountView(await trustAccounts.update(scope, toId(params.id), body)),
  );
}

function termsRoutes(app: FastifyInstance, trustAccounts: TrustAccountService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/creditors/:id/trust-terms',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'What is agreed with a creditor about money on the trust account',
        operationId: 'getTrustTerms',
        params: IdParams,
        response: { 200: TermsSchema },
      },
    },
    async ({ scope, params }) => termsView(await trustAccounts.terms(scope, toId(params.id))),
  );

  routes.patch(
    '/creditors/:id/trust-terms',
    {
      config: agencyAdministrators,
      schema: {
        tags,
        summary: 'Agree with a creditor what the agency keeps and where the rest goes',
        operationId: 'agreeTrustTerms',
        params: IdParams,
        body: TermsChangeSchema,
        response: { 200: TermsSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const by = personOf(user);
      return termsView(await trustAccounts.agree(scope, toId(params.id), { ...body, by }));
    },
  );
}
