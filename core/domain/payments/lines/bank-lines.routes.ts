import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Scope, Store } from '../../../store/index.ts';
import { DaySchema, IdParams, IdSchema, PageQuery, pageSchema, toId } from '../../routing/index.ts';
import { BANK_LINE_STATES, type BankLineRow } from '../bank-line.model.ts';
import type { BankLineService } from './bank-lines.service.ts';
import { decidingRoutes } from './deciding.routes.ts';
import { describeLines } from './describe-lines.ts';
import { BankLineSchema, bankLineView } from './line.view.ts';

const tags = ['Bank'];
const readers = { access: { roles: READERS } };
export type BankLineRoutesDeps = { readonly bankLines: BankLineService; readonly store: Store };

export const bankLineRoutes =
  ({ bankLines, store }: BankLineRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();
    const viewsOf = async (scope: Scope, rows: readonly BankLineRow[]) => {
      const names = await describeLines(store, scope, rows);
      return rows.map((row) => bankLineView(row, names));
    };

    routes.get(
      '/bank-lines',
      {
        config: readers,
        schema: {
          tags,
          summary: 'Lines of bank statements, newest first; what waits for a person oldest first',
          operationId: 'listBankLines',
          querystring: Type.Object({
            ...PageQuery,
            administrationId: Type.Optional(IdSchema),
            account: Type.Optional(Type.String({ maxLength: 60 })),
            state: Type.Optional(Type.Enum([...BANK_LINE_STATES, 'work'] as const)),
            decidedBy: Type.Optional(Type.Enum(['system', 'person'] as const)),
            search: Type.Optional(Type.String({ maxLength: 200 })),
            from: Type.Optional(DaySchema),
            until: Type.Optional(DaySchema),
          }),
          response: { 200: pageSchema(BankLineSchema) },
        },
      },
      async ({ scope, query }) => {
        const { administrationId, ...rest } = query;
        const page = await bankLines.list(scope, {
          ...rest,
          ...(administrationId ? { administrationId: toId(administrationId) } : {}),
          page: query,
        });
        return { ...page, items: await viewsOf(scope, page.items) };
      },
    );

    routes.get(
      '/bank-lines/:id',
      {
        config: readers,
        schema: {
          tags,
          summary: 'One line of a bank statement, with what the matcher found',
          operationId: 'getBankLine',
          params: IdParams,
          response: { 200: BankLineSchema },
        },
      },
      async ({ scope, params }) => {
        const [view] = await viewsOf(scope, [await bankLines.get(scope, toId(params.id))]);
        return view as NonNullable<typeof view>;
      },
    );

    decidingRoutes(app, { bankLines, viewsOf });
  };
