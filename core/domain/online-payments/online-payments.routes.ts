import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { cents, READERS, type RequestUser, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  actorOf,
  IdParams,
  IdSchema,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../routing/index.ts';
import { collectionRoutes } from './mandates/collections.routes.ts';
import { OnlinePaymentSchema, onlinePaymentView } from './online-payment.view.ts';
import type { OnlinePaymentService } from './online-payments.service.ts';
import { settlementRoutes } from './settlements/settlements.routes.ts';

const tags = ['Online payments'];
const writers = { access: { roles: WRITERS } };
const KeySchema = Type.String({ pattern: '^[A-Za-z0-9-]{1,60}$' });

type Deps = { readonly onlinePayments: OnlinePaymentService };

export const onlinePaymentRoutes =
  ({ onlinePayments }: Deps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoutes(app, onlinePayments);
    refundRoutes(app, onlinePayments);
    settlementRoutes(app, onlinePayments);
    collectionRoutes(app, onlinePayments);
  };

function readingRoutes(app: FastifyInstance, onlinePayments: OnlinePaymentService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/debtors/:id/online-payments',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'What a debtor paid or tried to pay online, newest first',
        operationId: 'listOnlinePayments',
        params: IdParams,
        querystring: Type.Object(PageQuery),
        response: { 200: pageSchema(OnlinePaymentSchema) },
      },
    },
    async ({ scope, params, query }) => {
      const page = await onlinePayments.list(scope, toId(params.id), query);
      return { ...page, items: page.items.map(onlinePaymentView) };
    },
  );

  routes.post(
    '/online-payments/:id/follow',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Ask the provider now what became of it',
        operationId: 'followOnlinePayment',
        params: IdParams,
        response: { 200: OnlinePaymentSchema },
      },
    },
    async ({ scope, params }) =>
      onlinePaymentView(await onlinePayments.follow(scope, toId(params.id))),
  );
}

function refundRoutes(app: FastifyInstance, onlinePayments: OnlinePaymentService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/online-payments/:id/refunds',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Send money back; above the limit it waits for a second person',
        operationId: 'refundOnlinePayment',
        params: IdParams,
        body: Type.Object(
          {
            key: KeySchema,
            amountCents: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
            reason: ReasonSchema,
          },
          { additionalProperties: false },
        ),
        response: { 200: OnlinePaymentSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const wanted = { ...body, amountCents: cents(body.amountCents), by: personOf(user) };
      return onlinePaymentView(await onlinePayments.refund(scope, toId(params.id), wanted));
    },
  );

  routes.post(
    '/online-payments/:id/refunds/:key/decide',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Approve or decline a refund that a colleague asked for',
        operationId: 'decideRefund',
        params: Type.Object({ id: IdSchema, key: KeySchema }),
        body: Type.Object({ isApproved: Type.Boolean() }, { additionalProperties: false }),
        response: { 200: OnlinePaymentSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const decision = { ...body, key: params.key, by: personOf(user) };
      return onlinePaymentView(await onlinePayments.decideRefund(scope, toId(params.id), decision));
    },
  );
}

const personOf = (user: RequestUser | null) => ({ id: user?.id ?? '', name: actorOf(user) });
