import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  CentsSchema,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  optionalIdText,
  OptionalIdSchema,
  OptionalText,
  orNull,
  PageQuery,
  pageSchema,
  toId,
} from '../../routing/index.ts';
import { MOVEMENT_KINDS, type TrustMovement } from '../booking/trust-movement.model.ts';
import { RemittedSchema, remittedView } from '../remittances/trust-remittance.view.ts';
import { REMITTANCE_STATES } from '../remittances/trust-remittance.model.ts';
import { statementReaders } from '../trust-access.ts';
import type { StatementAsked } from './read-statement.ts';
import type { TrustStatementService } from './trust-statements.service.ts';

const tags = ['Trust account'];
const PeriodQuery = {
  from: DaySchema,
  until: DaySchema,
  trustAccountId: Type.Optional(IdSchema),
};
const MovementSchema = Type.Object({
  id: IdSchema,
  number: Type.Integer(),
  kind: Type.Enum(MOVEMENT_KINDS),
  bookedOn: DaySchema,
  valueOn: DaySchema,
  grossCents: CentsSchema,
  feeCents: CentsSchema,
  amountCents: CentsSchema,
  balanceAfterCents: CentsSchema,
  invoiceId: OptionalIdSchema,
  invoiceNumber: OptionalText,
  debtorName: OptionalText,
  availableOn: DaySchema,
  trustRemittanceId: OptionalIdSchema,
});
const StatementSchema = Type.Intersect([
  pageSchema(MovementSchema),
  Type.Object({
    accountName: Type.String(),
    iban: Type.String(),
    currency: Type.String(),
    creditorName: Type.String(),
    openingCents: CentsSchema,
    receivedCents: CentsSchema,
    feeCents: CentsSchema,
    remittedCents: CentsSchema,
    closingCents: CentsSchema,
    onItsWayCents: CentsSchema,
    onHoldCents: CentsSchema,
    recoverableCents: CentsSchema,
  }),
]);
const OwnRemittanceSchema = Type.Object({
  id: IdSchema,
  number: Type.Integer(),
  state: Type.Enum(REMITTANCE_STATES),
  executeOn: DaySchema,
  payment: RemittedSchema,
});

export type TrustStatementRoutesDeps = { readonly trustStatements: TrustStatementService };

export const trustStatementRoutes =
  ({ trustStatements }: TrustStatementRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoutes(app, trustStatements);
    fileRoutes(app, trustStatements);
  };

function readingRoutes(app: FastifyInstance, statements: TrustStatementService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/creditors/:id/trust-statement',
    {
      config: statementReaders,
      schema: {
        tags,
        summary: 'What came in for a creditor, was kept and was remitted, with a running balance',
        operationId: 'getTrustStatement',
        params: IdParams,
        querystring: Type.Object({ ...PageQuery, ...PeriodQuery }),
        response: { 200: StatementSchema },
      },
    },
    async ({ scope, params, query }) => {
      const asked = { ...askedOf(params.id, query), page: query };
      const { head, page } = await statements.read(scope, asked);
      const { account, ...sums } = head;
      return {
        ...sums,
        accountName: account.name,
        iban: account.iban,
        currency: account.currency,
        ...page,
        items: page.items.map(movementView),
      };
    },
  );

  routes.get(
    '/creditors/:id/trust-remittances',
    {
      config: statementReaders,
      schema: {
        tags,
        summary: 'Remittances to a creditor, with the invoices they are for',
        operationId: 'listOwnTrustRemittances',
        params: IdParams,
        querystring: Type.Object(PageQuery),
        response: { 200: pageSchema(OwnRemittanceSchema) },
      },
    },
    async ({ scope, params, query }) => {
      const page = await statements.remittances(scope, toId(params.id), query);
      return {
        ...page,
        items: page.items.map(({ remittance, payment }) => ({
          id: idText(remittance._id),
          number: remittance.number,
          state: remittance.state,
          executeOn: remittance.executeOn,
          payment: remittedView(payment),
        })),
      };
    },
  );
}

function fileRoutes(app: FastifyInstance, statements: TrustStatementService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/creditors/:id/trust-statement/csv',
    {
      config: statementReaders,
      schema: {
        tags,
        summary: 'The statement of a creditor as a table',
        operationId: 'downloadTrustStatement',
        params: IdParams,
        querystring: Type.Object(PeriodQuery),
        response: { 200: Type.String() },
      },
    },
    async ({ scope, params, query, session }, reply) => {
      const text = await statements.csv(scope, askedOf(params.id, query), session?.locale ?? 'nl');
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="derdengelden-${query.until}.csv"`)
        .send(text);
    },
  );

  routes.get(
    '/creditors/:id/trust-statement/mt940',
    {
      config: statementReaders,
      schema: {
        tags,
        summary: 'The invoices that were paid, as MT940: of a period, or of one remittance',
        operationId: 'downloadTrustMt940',
        params: IdParams,
        querystring: Type.Object({ ...PeriodQuery, trustRemittanceId: Type.Optional(IdSchema) }),
        response: { 200: Type.String() },
      },
    },
    async ({ scope, params, query }, reply) => {
      const { trustRemittanceId } = query;
      const creditorId = toId(params.id);
      const text = trustRemittanceId
        ? await statements.remittanceMt940(scope, {
            creditorId,
            trustRemittanceId: toId(trustRemittanceId),
          })
        : await statements.mt940(scope, askedOf(params.id, query));
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="derdengelden-${query.until}.sta"`)
        .send(text);
    },
  );
}

type Period = { from: string; until: string; trustAccountId?: string | undefined };
const askedOf = (creditorId: string, query: Period): StatementAsked => ({
  creditorId: toId(creditorId),
  from: query.from,
  until: query.until,
  trustAccountId: query.trustAccountId ? toId(query.trustAccountId) : undefined,
});

const movementView = (row: TrustMovement): Static<typeof MovementSchema> => ({
  id: idText(row._id),
  number: row.number,
  kind: row.kind,
  bookedOn: row.bookedOn,
  valueOn: row.valueOn,
  grossCents: row.grossCents,
  feeCents: row.feeCents,
  amountCents: row.amountCents,
  balanceAfterCents: row.balanceAfterCents,
  invoiceId: optionalIdText(row.invoiceId),
  invoiceNumber: orNull(row.invoiceNumber),
  debtorName: orNull(row.debtorName),
  availableOn: row.availableOn,
  trustRemittanceId: optionalIdText(row.trustRemittanceId),
});
