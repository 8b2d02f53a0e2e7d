import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  actorOf,
  IdParams,
  IdSchema,
  idText,
  InstantSchema,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  PageQuery,
  pageSchema,
  toId,
} from '../routing/index.ts';
import type { Dispute } from './dispute.model.ts';
import type { DisputeService } from './disputes.service.ts';

const tags = ['Disputes'];
const writers = { access: { roles: WRITERS } };
const OutcomeSchema = Type.Enum(['upheld', 'rejected', 'partly-upheld', 'withdrawn']);
const DisputeSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  debtorId: IdSchema,
  invoiceIds: Type.Array(IdSchema),
  reason: Type.String(),
  openedAt: InstantSchema,
  openedBy: Type.String(),
  settledAt: OptionalInstant,
  settledBy: OptionalText,
  outcome: Type.Union([OutcomeSchema, Type.Null()]),
  note: OptionalText,
});
const NewDisputeSchema = Type.Object(
  {
    invoiceIds: Type.Array(IdSchema, { minItems: 1, maxItems: 500, uniqueItems: true }),
    reason: Type.String({ minLength: 1, maxLength: 5_000, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
const SettlingSchema = Type.Object(
  {
    outcome: OutcomeSchema,
    note: Type.Optional(Type.Union([Type.String({ maxLength: 5_000 }), Type.Null()])),
  },
  { additionalProperties: false },
);
export type DisputeRoutesDeps = { readonly disputes: DisputeService };

export const disputeRoutes =
  ({ disputes }: DisputeRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    listRoute(app, disputes);
    changingRoutes(app, disputes);
  };

function listRoute(app: FastifyInstance, disputes: DisputeService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/disputes',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'What debtors contest, newest first',
        operationId: 'listDisputes',
        querystring: Type.Object({
          ...PageQuery,
          administrationId: Type.Optional(IdSchema),
          debtorId: Type.Optional(IdSchema),
          isOpen: Type.Optional(Type.Boolean()),
        }),
        response: { 200: pageSchema(DisputeSchema) },
      },
    },
    async ({ scope, query }) => {
      const { administrationId, debtorId, isOpen } = query;
      const page = await disputes.list(scope, {
        ...(administrationId ? { administrationId: toId(administrationId) } : {}),
        ...(debtorId ? { debtorId: toId(debtorId) } : {}),
        ...(isOpen === undefined ? {} : { isOpen }),
        page: query,
      });
      return { ...page, items: page.items.map(disputeView) };
    },
  );
}

function changingRoutes(app: FastifyInstance, disputes: DisputeService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/debtors/:id/disputes',
    {
      config: writers,
      schema: {
        tags,
        summary: 'A debtor contests invoices: they stay out of reminders',
        operationId: 'openDispute',
        params: IdParams,
        body: NewDisputeSchema,
        response: { 201: DisputeSchema },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const dispute = await disputes.open(scope, {
        debtorId: toId(params.id),
        invoiceIds: body.invoiceIds.map(toId),
        reason: body.reason,
        by: actorOf(user),
      });
      return reply.code(201).send(disputeView(dispute));
    },
  );

  routes.post(
    '/disputes/:id/settle',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Settle a dispute',
        operationId: 'settleDispute',
        params: IdParams,
        body: SettlingSchema,
        response: { 200: DisputeSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const settling = { outcome: body.outcome, note: body.note ?? null, by: actorOf(user) };
      return disputeView(await disputes.settle(scope, toId(params.id), settling));
    },
  );
}

const disputeView = (row: Dispute): Static<typeof DisputeSchema> => ({
  id: idText(row._id),
  administrationId: idText(row.administrationId),
  debtorId: idText(row.debtorId),
  invoiceIds: row.invoiceIds.map(idText),
  reason: row.reason,
  openedAt: row.openedAt.toISOString(),
  openedBy: row.openedBy,
  settledAt: optionalInstantText(row.settledAt),
  settledBy: row.settledBy ?? null,
  outcome: row.outcome ?? null,
  note: row.note ?? null,
});
