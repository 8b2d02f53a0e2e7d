import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { DebtorNotFoundError } from '../../domain/debtors/index.ts';
import { IdSchema, toId } from '../../domain/routing/index.ts';
import type { createConditionTrial } from '../simulate/try-condition.ts';

export type ConditionRoutesDeps = {
  readonly tryCondition: ReturnType<typeof createConditionTrial>;
};

/** What a condition says of a debtor, for who writes it. */
export function conditionRoutes(app: FastifyInstance, { tryCondition }: ConditionRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/simulate/condition',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags: ['Flows'],
        summary: 'What a condition says today of one debtor, and what it looked at',
        operationId: 'tryCondition',
        body: Type.Object(
          {
            debtorId: IdSchema,
            condition: Type.String({ minLength: 1, maxLength: 10_000 }),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            debtorName: Type.String(),
            on: Type.String({ format: 'date' }),
            holds: Type.Boolean(),
            values: Type.Record(Type.String(), Type.Unknown()),
          }),
        },
      },
    },
    async ({ scope, body }) => {
      const tried = await tryCondition(scope, { debtorId: toId(body.debtorId) }, body.condition);
      if (!tried) throw new DebtorNotFoundError(body.debtorId);
      return { ...tried, values: { ...tried.values } };
    },
  );
}
