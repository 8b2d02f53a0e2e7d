import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Store } from '../../../store/index.ts';
import {
  actorOf,
  CentsSchema,
  IdParams,
  IdSchema,
  idText,
  OptionalDay,
  OptionalInstant,
  optionalInstantText,
  ReasonSchema,
  toId,
} from '../../routing/index.ts';
import type { BankLineService } from '../lines/bank-lines.service.ts';
import { type BankAccount, listAccounts } from './list-accounts.ts';
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
