import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdSchema, toId } from '../../domain/routing/index.ts';
import type { createDryRun } from '../simulate/dry-run.ts';
import { MessageOrNull } from './flow-schemas.ts';

export type TrialRoutesDeps = {
  readonly dryRun: ReturnType<typeof createDryRun>;
};

const tags = ['Flows'];
const readers = { access: { roles: READERS } };

const Line = Type.Object({
  nodeId: Type.String(),
  event: Type.String(),
  type: Type.String(),
  outcome: Type.Union([Type.String(), Type.Null()]),
  because: MessageOrNull,
  overdueCents: Type.Integer(),
});

const DryRunItem = Type.Object({
  ...Line.properties,
  instanceId: Type.String(),
  debtorId: Type.String(),
  debtorName: Type.String(),
  debtorNumber: Type.String(),
  flow: Type.String(),
});

/** What would happen today. Nothing is stored or sent. */
export function trialRoutes(app: FastifyInstance, deps: TrialRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/dry-run',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What the published flows would do today',
        operationId: 'dryRun',
        querystring: Type.Object({ administrationId: IdSchema }),
        response: {
          200: Type.Object({ on: Type.String(), items: Type.Array(DryRunItem) }),
        },
      },
    },
    async ({ scope, query }, reply) => {
      const [run] = await deps.dryRun(scope, toId(query.administrationId));
      if (!run) return reply.callNotFound() as never;
      return { on: run.on, items: [...run.lines] };
    },
  );
}
