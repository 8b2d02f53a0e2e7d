import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { cents, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Id } from '../../../store/index.ts';
import {
  actorOf,
  CentsSchema,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  messageView,
  OptionalIdSchema,
  OptionalMessage,
  OptionalText,
  orNull,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../../routing/index.ts';
import { agencyStaff } from '../trust-access.ts';
import { openCentsOf } from './open-cents.ts';
import { TRUST_LINE_STATES, type TrustLine } from './trust-line.model.ts';
import type { TrustLineService } from './trust-lines.service.ts';

const tags = ['Trust account'];
const PartSchema = Type.Object(
  { invoiceId: IdSchema, amountCents: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
const TrustLineSchema = Type.Object({
  id: IdSchema,
  trustAccountId: IdSchema,
  bookedOn: DaySchema,
  amountCents: CentsSchema,
  openCents: CentsSchema,
  allocatedCents: CentsSchema,
  refundedCents: CentsSchema,
  currency: Type.String(),
  counterpartyName: OptionalText,
  counterpartyAccount: OptionalText,
  description: Type.String(),
  structuredReference: OptionalText,
  state: Type.Enum(TRUST_LINE_STATES),
  because: OptionalMessage,
  proposal: Type.Array(Type.Object({ invoiceId: IdSchema, amountCents: CentsSchema })),
});
const AllocateSchema = Type.Object(
  { allocations: Type.Array(PartSchema, { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false },
);
const ExplainSchema = Type.Object(
  {
    as: Type.Enum(['refund', 'agency', 'taken-back'] as const),
    trustLineId: OptionalIdSchema,
  },
  { additionalProperties: false },
);

export type TrustLineRoutesDeps = { readonly trustLines: TrustLineService };

export const trustLineRoutes =
  ({ trustLines }: TrustLineRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/trust-accounts/:id/lines',
      {
        config: agencyStaff,
        schema: {
          tags,
          summary: 'Lines of the bank on a trust account, newest first',
          operationId: 'listTrustLines',
          params: IdParams,
          querystring: Type.Object({
            ...PageQuery,
            state: Type.Optional(Type.Enum(TRUST_LINE_STATES)),
          }),
          response: { 200: pageSchema(TrustLineSchema) },
        },
      },
      async ({ scope, params, query }) => {
        const { state, ...page } = query;
        const asked = { trustAccountId: toId(params.id), state, page };
        const found = await trustLines.list(scope, asked);
        return { ...found, items: found.items.map(trustLineView) };
      },
    );
    decidingRoutes(app, trustLines);
  };

function decidingRoutes(app: FastifyInstance, trustLines: TrustLineService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const shared = { tags, params: IdParams, response: { 200: TrustLineSchema } };

  routes.post(
    '/trust-lines/:id/allocate',
    {
      config: agencyStaff,
      schema: {
        ...shared,
        summary: 'Book a receipt on invoices of any creditor',
        operationId: 'allocateTrustLine',
        body: AllocateSchema,
      },
    },
    async ({ scope, params, body, user }) => {
      const allocations = body.allocations.map((part) => ({
        invoiceId: toId(part.invoiceId),
        amountCents: cents(part.amountCents),
      }));
      const asked = { allocations, by: actorOf(user) };
      return trustLineView(await trustLines.allocate(scope, toId(params.id), asked));
    },
  );

  routes.post(
    '/trust-lines/:id/release',
    {
      config: agencyStaff,
      schema: {
        ...shared,
        summary: 'Take a receipt off its invoices',
        operationId: 'releaseTrustLine',
        body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
      },
    },
    async ({ scope, params, body, user }) => {
      const why = { by: actorOf(user), reason: body.reason };
      return trustLineView(await trustLines.release(scope, toId(params.id), why));
    },
  );

  routes.post(
    '/trust-lines/:id/explain',
    {
      config: agencyStaff,
      schema: {
        ...shared,
        summary: 'Say what money was that left the account',
        operationId: 'explainTrustLine',
        body: ExplainSchema,
      },
    },
    async ({ scope, params, body, user }) => {
      const trustLineId = body.trustLineId ? toId(body.trustLineId) : null;
      const given = { as: body.as, trustLineId, by: actorOf(user) };
      return trustLineView(await trustLines.explain(scope, toId(params.id), given));
    },
  );
}

type StoredProposal = { readonly allocations: readonly { invoiceId: Id; amountCents: number }[] };

const trustLineView = (row: TrustLine): Static<typeof TrustLineSchema> => ({
  id: idText(row._id),
  trustAccountId: idText(row.trustAccountId),
  bookedOn: row.bookedOn,
  amountCents: row.amountCents,
  openCents: openCentsOf(row),
  allocatedCents: row.allocatedCents,
  refundedCents: row.refundedCents,
  currency: row.currency,
  counterpartyName: orNull(row.counterpartyName),
  counterpartyAccount: orNull(row.counterpartyAccount),
  description: row.description,
  structuredReference: orNull(row.structuredReference),
  state: row.state,
  because: messageView(row.because),
  proposal: ((row.proposal as StoredProposal | null)?.allocations ?? []).map((part) => ({
    invoiceId: idText(part.invoiceId),
    amountCents: part.amountCents,
  })),
});
