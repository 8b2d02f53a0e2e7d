import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { DebtorNotFoundError } from '../../domain/debtors/index.ts';
import { IdSchema, toId } from '../../domain/routing/index.ts';
import type { FlowLibrary } from '../engine/flow-library.ts';
import type { AgencyNodes } from '../engine/agency-nodes.ts';
import type { createDryRun } from '../simulate/dry-run.ts';
import type { createSimulation } from '../simulate/simulate-debtor.ts';
import { MessageOrNull } from './flow-schemas.ts';
import { nodeLabel } from './flow-views.ts';
import { localeOf } from './locale-of.ts';

export type TrialRoutesDeps = {
  readonly dryRun: ReturnType<typeof createDryRun>;
  readonly simulate: ReturnType<typeof createSimulation>;
  readonly library: FlowLibrary;
  readonly types: AgencyNodes;
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

/** What would happen: today, or to one debtor in the days to come. Nothing is stored or sent. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
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

  routes.post(
    '/simulate',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One debtor through the days to come',
        operationId: 'simulate',
        body: Type.Object(
          {
            debtorId: IdSchema,
            days: Type.Integer({ minimum: 1, maximum: 1_000 }),
            flowId: Type.Optional(IdSchema),
            payments: Type.Optional(
              Type.Array(
                Type.Object({
                  day: Type.Integer({ minimum: 0, maximum: 1_000 }),
                  amountCents: Type.Integer({ minimum: 1 }),
                }),
                { maxItems: 50 },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            flow: Type.String(),
            lines: Type.Array(
              Type.Object({
                ...Line.properties,
                on: Type.String(),
                at: Type.String(),
                nodeLabel: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { debtorId, days, flowId, payments = [] } = request.body;
      const result = await deps.simulate(request.scope, {
        debtorId: toId(debtorId),
        days,
        payments,
        ...(flowId ? { flowId: toId(flowId) } : {}),
      });
      if (!result) throw new DebtorNotFoundError(debtorId);
      const types = deps.types.of(request.user?.agencyId ?? '');
      const said = { types, locale: localeOf(request) };
      const lines = result.lines.map(({ at, ...line }) => ({
        ...line,
        at: at.toISOString(),
        nodeLabel: nodeLabel(result.document, line.nodeId, said),
      }));
      return { flow: result.flow, lines };
    },
  );
}
