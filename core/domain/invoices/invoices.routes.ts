import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type CostState, CostStateSchema, READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { sendFile } from '../files/index.ts';
import {
  actorOf,
  FlagQuery,
  IdParams,
  IdSchema,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../routing/index.ts';
import {
  InvoiceSchema,
  InvoiceSummarySchema,
  invoiceSummary,
  invoiceView,
} from './invoice.view.ts';
import type { Invoice } from './invoice.model.ts';
import type { InvoiceService } from './invoices.service.ts';
import type { Id, Scope } from '../../store/index.ts';

const tags = ['Invoices'];
const readers = { access: { roles: READERS } };
const searching = {
  ...PageQuery,
  search: Type.Optional(Type.String({ maxLength: 100 })),
  history: Type.Optional(FlagQuery),
};
export type InvoiceRoutesDeps = {
  readonly invoices: InvoiceService;
  /** Costs become claimable by the law of a country, which this room does not know. */
  readonly setCostState: (
    scope: Scope,
    change: { invoiceId: Id; to: CostState; reason: string; by: string },
  ) => Promise<Invoice>;
};

export const invoiceRoutes =
  (deps: InvoiceRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    listRoutes(app, deps);
    fileRoutes(app, deps);
    costStateRoute(app, deps);
  };

function listRoutes(app: FastifyInstance, { invoices }: InvoiceRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const page = pageSchema(InvoiceSummarySchema);
  const list = async (scope: Scope, query: Parameters<InvoiceService['list']>[1]) => {
    const found = await invoices.list(scope, query);
    return { ...found, items: found.items.map(invoiceSummary) };
  };

  routes.get(
    '/invoices',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Open invoices, or with history all of them',
        operationId: 'listInvoices',
        querystring: Type.Object({ ...searching, administrationId: Type.Optional(IdSchema) }),
        response: { 200: page },
      },
    },
    async ({ scope, query }) =>
      list(scope, {
        ...(query.administrationId ? { administrationId: toId(query.administrationId) } : {}),
        ...(query.search ? { search: query.search } : {}),
        history: query.history ?? false,
        page: query,
      }),
  );

  routes.get(
    '/debtors/:id/invoices',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Invoices of a debtor',
        operationId: 'listInvoicesOfDebtor',
        params: IdParams,
        querystring: Type.Object({ ...PageQuery, history: Type.Optional(FlagQuery) }),
        response: { 200: page },
      },
    },
    async ({ scope, params, query }) =>
      list(scope, { debtorId: toId(params.id), history: query.history ?? false, page: query }),
  );
}

function fileRoutes(app: FastifyInstance, { invoices }: InvoiceRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/invoices/:id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One invoice with its documents and history',
        operationId: 'getInvoice',
        params: IdParams,
        response: { 200: InvoiceSchema },
      },
    },
    async ({ scope, params }) => {
      const invoice = await invoices.get(scope, toId(params.id));
      return invoiceView(await invoices.describe(scope, invoice));
    },
  );

  routes.get(
    '/invoices/:id/documents/:documentId',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A document of an invoice, as it came',
        operationId: 'getInvoiceDocument',
        params: Type.Object({ id: IdSchema, documentId: IdSchema }),
      },
    },
    async ({ scope, params }, reply) => {
      const ids = [toId(params.id), toId(params.documentId)] as const;
      const { document, content } = await invoices.openDocument(scope, ...ids);
      return sendFile(reply, document, content);
    },
  );
}

function costStateRoute(app: FastifyInstance, { invoices, setCostState }: InvoiceRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/invoices/:id/cost-state',
    {
      config: { access: { roles: WRITERS } },
      schema: {
        tags,
        summary: 'Change the state of collection costs by hand',
        operationId: 'setCostState',
        params: IdParams,
        body: Type.Object(
          { state: CostStateSchema, reason: ReasonSchema },
          { additionalProperties: false },
        ),
        response: { 200: InvoiceSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const invoice = await setCostState(scope, {
        invoiceId: toId(params.id),
        to: body.state,
        reason: body.reason,
        by: actorOf(user),
      });
      return invoiceView(await invoices.describe(scope, invoice));
    },
  );
}
