import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdSchema, PageQuery, pageSchema, toId } from '../../domain/routing/index.ts';
import type { FlowService } from '../definition/flows.service.ts';
import { INSTANCE_STATES } from '../instances/instance.model.ts';
import type { PassedCase, WatchCounts } from '../instances/watch-counts.ts';
import type { Page } from '../../domain/routing/index.ts';
import type { Scope } from '../../store/index.ts';
import { InstanceSchema } from './flow-schemas.ts';
import { instanceView } from './flow-views.ts';
import { createInstanceNames, type InstanceNamesDeps } from './instance-names.ts';

export type WatchRoutesDeps = InstanceNamesDeps & {
  readonly definitions: FlowService;
  readonly watching: WatchCounts;
};

const tags = ['Running flows'];
const readers = { access: { roles: READERS } };
const Day = Type.String({ format: 'date' });
const VersionParams = Type.Object({ id: IdSchema, version: Type.Integer({ minimum: 1 }) });
const CasesQuery = Type.Object({
  ...PageQuery,
  nodeId: Type.Optional(Type.String({ maxLength: 80 })),
  state: Type.Optional(Type.Enum([...INSTANCE_STATES])),
  isHeld: Type.Optional(Type.Boolean({ description: 'Only those that something holds back' })),
  outcome: Type.Optional(
    Type.String({ maxLength: 80, description: 'Those that left the step by it in the period' }),
  ),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
});
const CaseSchema = Type.Object({
  ...InstanceSchema.properties,
  passedOn: Type.Union([Day, Type.Null()]),
});
const LAST_DAY = '9999-12-31';

/** A published version while it runs: counts for the canvas, and the cases behind them. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function watchRoutes(app: FastifyInstance, deps: WatchRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const namesFor = createInstanceNames(deps);
  const { watching } = deps;

  type Params = { readonly id: string; readonly version: number };
  /** Throws `FlowNotFoundError`. */
  async function watchedIn(scope: Scope, { id, version }: Params) {
    const flowId = toId(id);
    await deps.definitions.version(scope, flowId, version);
    return { flowId, version };
  }

  routes.get(
    '/flows/:id/versions/:version/standing',
    {
      config: readers,
      schema: {
        tags,
        summary: 'How many cases stand at each step now',
        operationId: 'countStanding',
        params: VersionParams,
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                nodeId: Type.String(),
                state: Type.String(),
                isGated: Type.Boolean({ description: 'Something holds them back' }),
                count: Type.Integer(),
              }),
            ),
          }),
        },
      },
    },
    async ({ scope, params }) => ({
      items: await watching.standing(scope, await watchedIn(scope, params)),
    }),
  );

  routes.get(
    '/flows/:id/versions/:version/passed',
    {
      config: readers,
      schema: {
        tags,
        summary: 'How many cases left each step by each outcome in a period',
        operationId: 'countPassed',
        params: VersionParams,
        querystring: Type.Object({ from: Day, to: Day }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                nodeId: Type.String(),
                kind: Type.String({ description: '`ended` when the case ended there' }),
                outcome: Type.String(),
                count: Type.Integer(),
              }),
            ),
          }),
        },
      },
    },
    async ({ scope, params, query }) => ({
      items: await watching.passed(scope, await watchedIn(scope, params), query),
    }),
  );

  routes.get(
    '/flows/:id/versions/:version/cases',
    {
      config: readers,
      schema: {
        tags,
        summary: 'The cases at a step, or those that left it by an outcome',
        operationId: 'listCases',
        params: VersionParams,
        querystring: CasesQuery,
        response: { 200: pageSchema(CaseSchema) },
      },
    },
    async (request) => {
      const { scope, params, query } = request;
      const watched = await watchedIn(scope, params);
      const { nodeId, outcome, from = '', to = LAST_DAY } = query;
      const found: Page<PassedCase | { instance: PassedCase['instance']; on: null }> =
        nodeId && outcome
          ? await watching.casesPassed(scope, watched, { nodeId, outcome, from, to, page: query })
          : await standing();
      const named = await namesFor(
        request,
        found.items.map(({ instance }) => instance),
      );
      const items = found.items.map(({ instance, on }) => ({
        ...instanceView(instance, named(instance)),
        passedOn: on,
      }));
      return { items, nextCursor: found.nextCursor };

      async function standing() {
        const page = await watching.cases(scope, watched, { ...query, page: query });
        return {
          items: page.items.map((instance) => ({ instance, on: null })),
          nextCursor: page.nextCursor,
        };
      }
    },
  );
}
