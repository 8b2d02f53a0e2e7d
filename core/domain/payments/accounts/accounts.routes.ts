import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { cents, READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Store } from '../../../store/index.ts';
import {
  actorOf,
  CentsSchema,
  IdParams,
  IdSchema,
  idText,
  InstantSchema,
  instantText,
  OptionalDay,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  orNull,
  PageQuery,
  pageSchema,
  ReasonSchema,
  toId,
} from '../../routing/index.ts';
import type { BankLineService } from '../lines/bank-lines.service.ts';
import { type BankAccount, listAccounts } from './list-accounts.ts';
import { type ListedStatement, listStatements } from './list-statements.ts';
import { undoStatement } from './undo-statement.ts';

const tags = ['Bank'];
const OptionalCents = Type.Union([CentsSchema, Type.Null()]);
const AccountSchema = Type.Object({
  administrationId: IdSchema,
  administrationName: Type.String(),
  account: Type.String(),
  coveredUntil: OptionalDay,
  balanceCents: OptionalCents,
  lastReceivedAt: OptionalInstant,
  statementCount: Type.Integer(),
  waitingCount: Type.Integer(),
  waitingCents: CentsSchema,
  gaps: Type.Array(
    Type.Object({
      kind: Type.Enum(['missing', 'overlap', 'unbalanced'] as const),
      statementId: IdSchema,
      from: OptionalDay,
      until: OptionalDay,
      differenceCents: OptionalCents,
      missingNumbers: Type.Integer(),
    }),
  ),
});
const StatementSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  account: Type.String(),
  number: Type.String(),
  fileName: OptionalText,
  openingOn: OptionalDay,
  closingOn: OptionalDay,
  receivedAt: InstantSchema,
  lineCount: Type.Integer(),
  totalCents: CentsSchema,
  automaticCount: Type.Integer({ description: 'Lines that were booked by itself and still are' }),
  waitingCount: Type.Integer({ description: 'Lines that wait for a person' }),
});
export type AccountRoutesDeps = { readonly store: Store; readonly bankLines: BankLineService };

export const accountRoutes =
  (deps: AccountRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/bank-accounts',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'Bank accounts: how fresh, what waits, and what is missing between statements',
          operationId: 'listBankAccounts',
          querystring: Type.Object({ administrationId: Type.Optional(IdSchema) }),
          response: { 200: Type.Object({ items: Type.Array(AccountSchema) }) },
        },
      },
      async ({ scope, query }) => {
        const { administrationId } = query;
        const of = administrationId ? toId(administrationId) : undefined;
        return { items: (await listAccounts(deps.store, scope, of)).map(accountView) };
      },
    );

    routes.get(
      '/bank-statements',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags,
          summary: 'Bank statements that came in, latest first, with what went by itself',
          operationId: 'listBankStatements',
          querystring: Type.Object({ ...PageQuery, administrationId: Type.Optional(IdSchema) }),
          response: { 200: pageSchema(StatementSchema) },
        },
      },
      async ({ scope, query }) => {
        const { administrationId } = query;
        const of = administrationId ? { administrationId: toId(administrationId) } : {};
        const page = await listStatements(deps.store, scope, { ...of, page: query });
        return { ...page, items: page.items.map(statementView) };
      },
    );

    routes.post(
      '/bank-statements/:id/undo',
      {
        config: { access: { roles: WRITERS } },
        schema: {
          tags,
          summary: 'Undo what went by itself with a statement; what people decided stays',
          operationId: 'undoBankStatement',
          params: IdParams,
          body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
          response: { 200: Type.Object({ undoneCount: Type.Integer() }) },
        },
      },
      async ({ scope, params, body, user }) => {
        const undone = { id: toId(params.id), by: actorOf(user), reason: body.reason };
        return { undoneCount: await undoStatement(deps, scope, undone) };
      },
    );
  };

const accountView = (one: BankAccount): Static<typeof AccountSchema> => ({
  ...one,
  administrationId: idText(one.administrationId),
  lastReceivedAt: optionalInstantText(one.lastReceivedAt),
  gaps: one.gaps.map((gap) => ({ ...gap })),
});

const statementView = ({
  statement,
  ...counts
}: ListedStatement): Static<typeof StatementSchema> => ({
  id: idText(statement._id),
  administrationId: idText(statement.administrationId),
  account: statement.account,
  number: statement.number,
  fileName: orNull(statement.fileName),
  openingOn: orNull(statement.openingOn),
  closingOn: orNull(statement.closingOn),
  receivedAt: instantText(statement.receivedAt),
  lineCount: statement.lineCount,
  totalCents: cents(statement.totalCents),
  ...counts,
});
