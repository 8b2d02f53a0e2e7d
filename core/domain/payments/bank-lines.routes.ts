import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Id } from '../../store/index.ts';
import {
  actorOf,
  CentsSchema,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  messageView,
  OptionalMessage,
  OptionalText,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../routing/index.ts';
import { BANK_LINE_STATES, type BankLineRow } from './bank-line.model.ts';
import type { BankLineService } from './bank-lines.service.ts';
import { AllocationSchema, allocationOf } from './payments.routes.ts';

const tags = ['Bank'];
const writers = { access: { roles: WRITERS } };
const ProposalSchema = Type.Array(
  Type.Object({ invoiceId: IdSchema, debtorId: IdSchema, amountCents: CentsSchema }),
);
const BankLineSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  account: Type.String(),
  bankReference: Type.String(),
  bookedOn: DaySchema,
  amountCents: CentsSchema,
  currency: Type.String(),
  counterpartyName: OptionalText,
  counterpartyAccount: OptionalText,
  description: Type.String(),
  structuredReference: OptionalText,
  isReversal: Type.Boolean(),
  state: Type.Enum(BANK_LINE_STATES),
  because: OptionalMessage,
  proposal: ProposalSchema,
});
export type BankLineRoutesDeps = { readonly bankLines: BankLineService };

export const bankLineRoutes =
  ({ bankLines }: BankLineRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/bank-lines',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'Lines of bank statements, newest first',
          operationId: 'listBankLines',
          querystring: Type.Object({
            ...PageQuery,
            administrationId: Type.Optional(IdSchema),
            state: Type.Optional(Type.Enum(BANK_LINE_STATES)),
          }),
          response: { 200: pageSchema(BankLineSchema) },
        },
      },
      async ({ scope, query }) => {
        const page = await bankLines.list(scope, {
          ...(query.administrationId ? { administrationId: toId(query.administrationId) } : {}),
          ...(query.state ? { state: query.state } : {}),
          page: query,
        });
        return { ...page, items: page.items.map(bankLineView) };
      },
    );
    decidingRoutes(app, bankLines);
  };

function decidingRoutes(app: FastifyInstance, bankLines: BankLineService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/bank-lines/:id/book',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Book a bank line on invoices',
        operationId: 'bookBankLine',
        params: IdParams,
        body: Type.Object(
          { allocations: Type.Array(AllocationSchema, { minItems: 1, maxItems: 500 }) },
          { additionalProperties: false },
        ),
        response: { 200: BankLineSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const allocations = body.allocations.map(allocationOf);
      const booked = { allocations, by: actorOf(user) };
      return bankLineView(await bankLines.book(scope, toId(params.id), booked));
    },
  );

  routes.post(
    '/bank-lines/:id/ignore',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Set a bank line aside',
        operationId: 'ignoreBankLine',
        params: IdParams,
        body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
        response: { 200: BankLineSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const by = { by: actorOf(user), reason: body.reason };
      return bankLineView(await bankLines.ignore(scope, toId(params.id), by));
    },
  );
}

type StoredProposal = {
  readonly allocations: readonly { invoiceId: Id; debtorId: Id; amountCents: number }[];
} | null;

const bankLineView = (row: BankLineRow): Static<typeof BankLineSchema> => ({
  id: idText(row._id),
  administrationId: idText(row.administrationId),
  account: row.account,
  bankReference: row.bankReference,
  bookedOn: row.bookedOn,
  amountCents: row.amountCents,
  currency: row.currency,
  counterpartyName: row.counterpartyName ?? null,
  counterpartyAccount: row.counterpartyAccount ?? null,
  description: row.description,
  structuredReference: row.structuredReference ?? null,
  isReversal: row.isReversal,
  state: row.state,
  because: messageView(row.because),
  proposal: ((row.proposal as StoredProposal)?.allocations ?? []).map((part) => ({
    invoiceId: idText(part.invoiceId),
    debtorId: idText(part.debtorId),
    amountCents: part.amountCents,
  })),
});
