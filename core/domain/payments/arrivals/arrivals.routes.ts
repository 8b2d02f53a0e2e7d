import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  idText,
  IdSchema,
  InstantSchema,
  instantText,
  optionalInstantText,
  orNull,
  OptionalText,
  toId,
} from '../../routing/index.ts';
import { ARRIVAL_STAGES } from '../statements/bank-statement.model.ts';
import type { StatementService } from '../statements/receive-statements.ts';
import type { Arrival } from './list-arrivals.ts';

const ArrivalSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  account: Type.String(),
  number: Type.String(),
  fileName: OptionalText,
  stage: Type.Enum(ARRIVAL_STAGES),
  lineCount: Type.Integer(),
  storedCount: Type.Integer({ description: 'Lines that were brought in, new ones and known ones' }),
  newCount: Type.Integer({ description: 'Lines that were not there yet' }),
  decidedCount: Type.Integer({ description: 'New lines that were matched, or left to a person' }),
  matchedCount: Type.Integer({ description: 'Known once it is done, as the counts below' }),
  plausibleCount: Type.Integer(),
  unmatchedCount: Type.Integer(),
  startedAt: InstantSchema,
  doneAt: Type.Union([InstantSchema, Type.Null()]),
});

/** How far large statements are, which come in by themselves after they were accepted. */
export const arrivalRoutes =
  ({ statements }: { readonly statements: StatementService }) =>
  async (app: FastifyInstance): Promise<void> => {
    app.withTypeProvider<TypeBoxTypeProvider>().get(
      '/bank-statements/arrivals',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags: ['Bank'],
          summary: 'Large statements that are coming in, and those of the last day that are in',
          operationId: 'listBankStatementArrivals',
          querystring: Type.Object({ administrationId: Type.Optional(IdSchema) }),
          response: { 200: Type.Object({ items: Type.Array(ArrivalSchema) }) },
        },
      },
      async ({ scope, query }) => {
        const of = query.administrationId ? toId(query.administrationId) : undefined;
        return { items: (await statements.arrivals(scope, of)).map(arrivalView) };
      },
    );
  };

function arrivalView({ statement, ...one }: Arrival): Static<typeof ArrivalSchema> {
  const { stage, storedCount, newCount, states } = one;
  const { arrival } = statement;
  return {
    id: idText(statement._id),
    administrationId: idText(statement.administrationId),
    account: statement.account,
    number: statement.number,
    fileName: orNull(statement.fileName),
    stage,
    lineCount: statement.lineCount,
    storedCount,
    newCount,
    decidedCount: stage === 'storing' ? 0 : Math.max(0, newCount - (states.new ?? 0)),
    matchedCount: states.matched ?? 0,
    plausibleCount: states.plausible ?? 0,
    unmatchedCount: states.unmatched ?? 0,
    startedAt: instantText(arrival?.startedAt ?? statement.receivedAt),
    doneAt: optionalInstantText(arrival?.doneAt ?? null),
  };
}
