import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  DaySchema,
  IdParams,
  IdSchema,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../../routing/index.ts';
import { agencyStaff } from '../trust-access.ts';
import { personOf } from './person-of.ts';
import {
  RemittableSchema,
  remittableView,
  TrustRemittanceSchema,
  trustRemittanceView,
} from './trust-remittance.view.ts';
import type { TrustRemittanceService } from './trust-remittances.service.ts';

const tags = ['Trust account'];
const NewRemittanceSchema = Type.Object(
  {
    creditorIds: Type.Optional(Type.Array(IdSchema, { maxItems: 5_000 })),
    executeOn: Type.Optional(DaySchema),
  },
  { additionalProperties: false },
);

export type TrustRemittanceRoutesDeps = { readonly trustRemittances: TrustRemittanceService };

export const trustRemittanceRoutes =
  ({ trustRemittances }: TrustRemittanceRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoutes(app, trustRemittances);
    proposingRoutes(app, trustRemittances);
    payeeRoutes(app, trustRemittances);
    decidingRoutes(app, trustRemittances);
    fileRoute(app, trustRemittances);
  };

function readingRoutes(app: FastifyInstance, remittances: TrustRemittanceService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/trust-accounts/:id/remittances',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'Remittances from a trust account, newest first',
        operationId: 'listTrustRemittances',
        params: IdParams,
        querystring: Type.Object(PageQuery),
        response: { 200: pageSchema(TrustRemittanceSchema) },
      },
    },
    async ({ scope, params, query }) => {
      const page = await remittances.list(scope, toId(params.id), query);
      return { ...page, items: page.items.map(trustRemittanceView) };
    },
  );

  routes.get(
    '/trust-remittances/:id',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'A remittance with its specification per invoice',
        operationId: 'getTrustRemittance',
        params: IdParams,
        response: { 200: TrustRemittanceSchema },
      },
    },
    async ({ scope, params }) => trustRemittanceView(await remittances.get(scope, toId(params.id))),
  );
}

function proposingRoutes(app: FastifyInstance, remittances: TrustRemittanceService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/trust-accounts/:id/remittable',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'What can be remitted now, per creditor, and what is on hold',
        operationId: 'listRemittable',
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(RemittableSchema) }) },
      },
    },
    async ({ scope, params }) => ({
      items: (await remittances.remittable(scope, toId(params.id))).map(remittableView),
    }),
  );

  routes.post(
    '/trust-accounts/:id/remittances',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'Make a remittance to all creditors, or to some; somebody else approves it',
        operationId: 'proposeTrustRemittance',
        params: IdParams,
        body: NewRemittanceSchema,
        response: { 201: TrustRemittanceSchema },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const made = await remittances.propose(scope, {
        trustAccountId: toId(params.id),
        creditorIds: (body.creditorIds ?? []).map(toId),
        executeOn: body.executeOn,
        by: personOf(user),
      });
      return reply.code(201).send(trustRemittanceView(made));
    },
  );
}

function payeeRoutes(app: FastifyInstance, remittances: TrustRemittanceService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/creditors/:id/trust-payee',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'Vouch for a changed account of a creditor; money goes there once two people did',
        operationId: 'vouchForTrustPayee',
        params: IdParams,
        body: Type.Object(
          { iban: Type.String({ minLength: 15, maxLength: 42 }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ isHeld: Type.Boolean() }) },
      },
    },
    async ({ scope, params, body, user }) => {
      const said = { iban: body.iban, by: personOf(user) };
      const { isHeld } = await remittances.vouchForPayee(scope, toId(params.id), said);
      return { isHeld };
    },
  );
}

function decidingRoutes(app: FastifyInstance, remittances: TrustRemittanceService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const shared = { tags, params: IdParams, response: { 200: TrustRemittanceSchema } };
  const reason = { reason: ReasonSchema };

  routes.post(
    '/trust-remittances/:id/approve',
    {
      config: agencyStaff,
      schema: {
        ...shared,
        summary: 'Approve a remittance that somebody else made',
        operationId: 'approveTrustRemittance',
      },
    },
    async ({ scope, params, user }) =>
      trustRemittanceView(await remittances.approve(scope, toId(params.id), personOf(user))),
  );

  routes.post(
    '/trust-remittances/:id/withdraw',
    {
      config: agencyStaff,
      schema: {
        ...shared,
        summary: 'Take a remittance back before the bank was asked',
        operationId: 'withdrawTrustRemittance',
        body: Type.Object(reason, { additionalProperties: false }),
      },
    },
    async ({ scope, params, body, user }) => {
      const why = { by: personOf(user), reason: body.reason };
      return trustRemittanceView(await remittances.withdraw(scope, toId(params.id), why));
    },
  );

  routes.post(
    '/trust-remittances/:id/cancel-payment',
    {
      config: agencyStaff,
      schema: {
        ...shared,
        summary: 'Leave one payment out, or note that the bank did not carry it out',
        operationId: 'cancelTrustPayment',
        body: Type.Object(
          { ...reason, endToEndId: Type.String({ minLength: 1, maxLength: 35 }) },
          { additionalProperties: false },
        ),
      },
    },
    async ({ scope, params, body, user }) => {
      const cancelled = { ...body, by: personOf(user) };
      const after = await remittances.cancelPayment(scope, toId(params.id), cancelled);
      return trustRemittanceView(after);
    },
  );
}

function fileRoute(app: FastifyInstance, remittances: TrustRemittanceService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/trust-remittances/:id/file',
    {
      config: agencyStaff,
      schema: {
        tags,
        summary: 'Take the SEPA file for the bank; a second time only when that is said',
        operationId: 'takeTrustFile',
        params: IdParams,
        body: Type.Object({ again: Type.Boolean() }, { additionalProperties: false }),
        response: { 200: Type.String({ description: 'pain.001.001.09' }) },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const taking = { by: personOf(user), again: body.again };
      const file = await remittances.file(scope, toId(params.id), taking);
      return reply
        .type('application/xml; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.text);
    },
  );
}
