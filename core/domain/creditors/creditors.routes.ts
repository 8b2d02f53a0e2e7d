import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { ADMINISTRATORS, READERS, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  IdParams,
  IdSchema,
  idText,
  OptionalText,
  PageQuery,
  pageSchema,
  toId,
} from '../routing/index.ts';
import type { Creditor } from './creditor.model.ts';
import type { CreditorService } from './creditors.service.ts';

const tags = ['Creditors'];
const CreditorSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  number: Type.String(),
  email: OptionalText,
  phone: OptionalText,
});
const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const CreditorChangeSchema = Type.Partial(
  Type.Object({
    name: Line,
    number: Line,
    email: Type.Union([Type.String({ format: 'email' }), Type.Null()]),
    phone: Type.Union([Line, Type.Null()]),
  }),
  { additionalProperties: false, minProperties: 1 },
);

export const creditorRoutes =
  ({ creditors }: { readonly creditors: CreditorService }) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/creditors',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'Creditors you may see',
          operationId: 'listCreditors',
          querystring: Type.Object(PageQuery),
          response: { 200: pageSchema(CreditorSchema) },
        },
      },
      async ({ scope, query }) => {
        const page = await creditors.list(scope, query);
        return { ...page, items: page.items.map(creditorView) };
      },
    );

    routes.patch(
      '/creditors/:id',
      {
        config: { access: { roles: ADMINISTRATORS } },
        schema: {
          tags,
          summary: 'Change a creditor',
          operationId: 'updateCreditor',
          params: IdParams,
          body: CreditorChangeSchema,
          response: { 200: CreditorSchema },
        },
      },
      async ({ scope, params, body }) =>
        creditorView(await creditors.update(scope, toId(params.id), body)),
    );
  };

const creditorView = (row: Creditor): Static<typeof CreditorSchema> => ({
  id: idText(row._id),
  name: row.name,
  number: row.number,
  email: row.email ?? null,
  phone: row.phone ?? null,
});
