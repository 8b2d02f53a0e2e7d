import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { cents, READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  actorOf,
  CentsSchema,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  OptionalIdSchema,
  optionalIdText,
  OptionalInstant,
  optionalInstantText,
  OptionalMessage,
  messageView,
  OptionalText,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../routing/index.ts';
import { creditOf } from './booking/book-credit.ts';
import type { Payment } from './payment.model.ts';
import type { PaymentService } from './payments.service.ts';

const tags = ['Payments'];
const writers = { access: { roles: WRITERS } };
export const AllocationSchema = Type.Object(
  { invoiceId: IdSchema, amountCents: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
const PaymentSchema = Type.Object({
  id: IdSchema,
  debtorId: IdSchema,
  bankLineId: OptionalIdSchema,
  amountCents: CentsSchema,
  receivedOn: DaySchema,
  by: Type.String(),
  because: OptionalMessage,
  allocations: Type.Array(Type.Object({ invoiceId: IdSchema, amountCents: CentsSchema })),
  creditCents: Type.Integer({ description: 'What is on no invoice and was not paid back' }),
  reversedAt: OptionalInstant,
  reversalReason: OptionalText,
});
export type PaymentRoutesDeps = { readonly payments: PaymentService };

export const paymentRoutes =
  ({ payments }: PaymentRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/debtors/:id/payments',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'Payments of a debtor, newest first',
          operationId: 'listPayments',
          params: IdParams,
          querystring: Type.Object(PageQuery),
          response: { 200: pageSchema(PaymentSchema) },
        },
      },
      async ({ scope, params, query }) => {
        const page = await payments.list(scope, toId(params.id), query);
        return { ...page, items: page.items.map(paymentView) };
      },
    );
    bookRoute(app, payments);
    creditRoutes(app, payments);

    routes.post(
      '/payments/:id/reverse',
      {
        config: writers,
        schema: {
          tags,
          summary: 'Take a payment back; its invoices open again',
          operationId: 'reversePayment',
          params: IdParams,
          body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
          response: { 200: PaymentSchema },
        },
      },
      async ({ scope, params, body, user }) => {
        const reversal = { reason: body.reason, by: actorOf(user) };
        return paymentView(await payments.reverse(scope, toId(params.id), reversal));
      },
    );
  };

function bookRoute(app: FastifyInstance, payments: PaymentService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/payments',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Book a payment by hand',
        operationId: 'bookPayment',
        body: Type.Object(
          {
            debtorId: IdSchema,
            amountCents: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
            receivedOn: DaySchema,
            allocations: Type.Optional(
              Type.Array(AllocationSchema, { minItems: 1, maxItems: 500 }),
            ),
            key: Type.Optional(
              Type.String({ maxLength: 100, description: 'Repeating a key books once' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: PaymentSchema },
      },
    },
    async ({ scope, body, user }, reply) => {
      const { allocations, key } = body;
      const payment = await payments.bookByHand(scope, {
        debtorId: toId(body.debtorId),
        amountCents: cents(body.amountCents),
        receivedOn: body.receivedOn,
        by: actorOf(user),
        ...(key ? { key } : {}),
        ...(allocations ? { allocations: allocations.map(allocationOf) } : {}),
      });
      return reply.code(201).send(paymentView(payment));
    },
  );
}

function creditRoutes(app: FastifyInstance, payments: PaymentService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  routes.get(
    '/debtors/:id/credit',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'What a debtor paid that is on no invoice',
        operationId: 'getCreditOfDebtor',
        params: IdParams,
        response: { 200: Type.Object({ creditCents: CentsSchema }) },
      },
    },
    async ({ scope, params }) => ({
      creditCents: await payments.creditOfDebtor(scope, toId(params.id)),
    }),
  );

  routes.post(
    '/payments/:id/allocations',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Book what is left of a payment on invoices',
        operationId: 'bookCredit',
        params: IdParams,
        body: Type.Object(
          { allocations: Type.Array(AllocationSchema, { minItems: 1, maxItems: 500 }) },
          { additionalProperties: false },
        ),
        response: { 200: PaymentSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const chosen = { allocations: body.allocations.map(allocationOf), by: actorOf(user) };
      return paymentView(await payments.bookCredit(scope, toId(params.id), chosen));
    },
  );
}

export const allocationOf = (part: Static<typeof AllocationSchema>) => ({
  invoiceId: toId(part.invoiceId),
  amountCents: cents(part.amountCents),
});

const paymentView = (payment: Payment): Static<typeof PaymentSchema> => ({
  id: idText(payment._id),
  debtorId: idText(payment.debtorId),
  bankLineId: optionalIdText(payment.bankLineId),
  amountCents: payment.amountCents,
  receivedOn: payment.receivedOn,
  by: payment.by,
  because: messageView(payment.because),
  allocations: payment.allocations.map((part) => ({
    invoiceId: idText(part.invoiceId),
    amountCents: part.amountCents,
  })),
  creditCents: creditOf(payment),
  reversedAt: optionalInstantText(payment.reversedAt),
  reversalReason: payment.reversalReason ?? null,
});
