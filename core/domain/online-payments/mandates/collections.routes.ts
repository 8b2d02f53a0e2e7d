import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  actorOf,
  IdParams,
  IdSchema,
  OptionalDay,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  orNull,
  ReasonSchema,
  toId,
} from '../../routing/index.ts';
import type { DebtorMandate } from './mandate.model.ts';
import { OnlinePaymentSchema, onlinePaymentView } from '../online-payment.view.ts';
import type { OnlinePaymentService } from '../online-payments.service.ts';

const tags = ['Online payments'];
const writers = { access: { roles: WRITERS } };
const MandateSchema = Type.Object({
  state: Type.Union([Type.Literal('valid'), Type.Literal('stopped')]),
  provider: Type.String(),
  account: OptionalText,
  holder: OptionalText,
  signedOn: OptionalDay,
  validSince: OptionalInstant,
  stoppedAt: OptionalInstant,
  stopReason: OptionalText,
});

/** Collecting from the account of a debtor who allowed it (PAY-02). */
export function collectionRoutes(app: FastifyInstance, onlinePayments: OnlinePaymentService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/debtors/:id/mandate',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'Whether a debtor allows that amounts are collected from the account',
        operationId: 'getMandate',
        params: IdParams,
        response: { 200: Type.Object({ mandate: Type.Union([MandateSchema, Type.Null()]) }) },
      },
    },
    async ({ scope, params }) => {
      const found = await onlinePayments.mandateOf(scope, toId(params.id));
      return { mandate: found && mandateView(found) };
    },
  );

  routes.post(
    '/debtors/:id/mandate/end',
    {
      config: writers,
      schema: {
        tags,
        summary: 'End the mandate of a debtor; nothing is collected any more',
        operationId: 'endMandate',
        params: IdParams,
        body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const why = { by: actorOf(user), reason: body.reason };
      await onlinePayments.endMandate(scope, toId(params.id), why);
      return reply.code(204).send(null);
    },
  );

  routes.post(
    '/debtors/:id/collections',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Collect what is open today of chosen invoices on the mandate of the debtor',
        operationId: 'collectOnMandate',
        params: IdParams,
        body: Type.Object(
          { invoiceIds: Type.Array(IdSchema, { minItems: 1, maxItems: 500 }) },
          { additionalProperties: false },
        ),
        response: { 201: OnlinePaymentSchema },
      },
    },
    async ({ scope, params, body }, reply) => {
      const asked = { debtorId: toId(params.id), invoiceIds: body.invoiceIds };
      return reply.code(201).send(onlinePaymentView(await onlinePayments.collect(scope, asked)));
    },
  );
}

const mandateView = (row: DebtorMandate): Static<typeof MandateSchema> => ({
  state: row.state === 'valid' ? 'valid' : 'stopped',
  provider: row.pluginId,
  account: orNull(row.account),
  holder: orNull(row.holder),
  signedOn: orNull(row.signedOn),
  validSince: optionalInstantText(row.validSince),
  stoppedAt: optionalInstantText(row.stoppedAt),
  stopReason: orNull(row.stopReason),
});
