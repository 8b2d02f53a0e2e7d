import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  actorOf,
  CentsSchema,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  InstantSchema,
  MessageSchema,
  messageView,
  OptionalIdSchema,
  optionalIdText,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../routing/index.ts';
import { LEDGER_KINDS, LEDGER_PARTS, type LedgerEntry } from './ledger-entry.model.ts';
import type { LedgerService } from './ledger.service.ts';

const tags = ['Ledger'];
const EntrySchema = Type.Object({
  id: IdSchema,
  invoiceId: IdSchema,
  kind: Type.Enum(LEDGER_KINDS),
  part: Type.Enum(LEDGER_PARTS),
  amountCents: CentsSchema,
  bookedOn: DaySchema,
  at: InstantSchema,
  reason: Type.Union([MessageSchema, Type.Null()]),
  by: Type.String(),
  paymentId: OptionalIdSchema,
});

export const ledgerRoutes =
  ({ ledger }: { readonly ledger: LedgerService }) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/debtors/:id/ledger',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'What was owed, credited, reversed and written off, newest first',
          operationId: 'listLedger',
          params: IdParams,
          querystring: Type.Object(PageQuery),
          response: { 200: pageSchema(EntrySchema) },
        },
      },
      async ({ scope, params, query }) => {
        const page = await ledger.entriesOf(scope, toId(params.id), query);
        return { ...page, items: page.items.map(entryView) };
      },
    );

    routes.post(
      '/invoices/:id/write-off',
      {
        config: { access: { roles: WRITERS } },
        schema: {
          tags,
          summary: 'Close an invoice without payment',
          operationId: 'writeOffInvoice',
          params: IdParams,
          body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
          response: { 200: Type.Object({ invoiceId: IdSchema, openCents: CentsSchema }) },
        },
      },
      async ({ scope, params, body, user }) => {
        const write = { reason: body.reason, by: actorOf(user) };
        const posted = await ledger.writeOff(scope, toId(params.id), write);
        return { invoiceId: idText(posted.invoiceId), openCents: posted.openCents };
      },
    );
  };

const entryView = (entry: LedgerEntry): Static<typeof EntrySchema> => ({
  id: idText(entry._id),
  invoiceId: idText(entry.invoiceId),
  kind: entry.kind,
  part: entry.part,
  amountCents: entry.amountCents,
  bookedOn: entry.bookedOn,
  at: entry.at.toISOString(),
  reason: messageView(entry.reason),
  by: entry.by,
  paymentId: optionalIdText(entry.paymentId),
});
