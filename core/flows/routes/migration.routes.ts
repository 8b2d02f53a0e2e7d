import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { AGENCY_STAFF, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { debtors } from '../../domain/debtors/index.ts';
import { actorOf, IdParams, IdSchema, idText, toId } from '../../domain/routing/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { FlowService } from '../definition/flows.service.ts';
import type { createInstanceCounts } from '../instances/count-instances.ts';
import type { FlowMigrations } from '../migrate/flow-migrations.ts';

export type MigrationRoutesDeps = {
  readonly store: Store;
  readonly definitions: FlowService;
  readonly migrations: FlowMigrations;
  readonly counts: ReturnType<typeof createInstanceCounts>;
};

const tags = ['Drawing flows'];
const drawers = { access: { roles: AGENCY_STAFF } };
const Version = Type.Integer({ minimum: 1 });
const MapSchema = Type.Record(
  Type.String({ maxLength: 80 }),
  Type.Union([Type.String({ maxLength: 80 }), Type.Null()]),
  { description: 'Step of the old version by step; null leaves its cases where they are' },
);
const DayOrNull = Type.Union([Type.String(), Type.Null()]);
const PlanSchema = Type.Object({
  caseCount: Type.Integer(),
  nodes: Type.Array(
    Type.Object({
      nodeId: Type.String(),
      to: Type.Union([Type.String(), Type.Null()]),
      count: Type.Integer(),
      atOnce: Type.Integer(),
      earlier: Type.Integer(),
      later: Type.Integer(),
      sameDay: Type.Integer(),
      stays: Type.Integer(),
      mostDaysEarlier: Type.Integer(),
      mostDaysLater: Type.Integer(),
    }),
  ),
  examples: Type.Array(
    Type.Object({
      instanceId: IdSchema,
      debtorId: IdSchema,
      debtorName: Type.String(),
      nodeId: Type.String(),
      fromOn: DayOrNull,
      toOn: DayOrNull,
    }),
  ),
});

/** Running cases to another version. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function migrationRoutes(app: FastifyInstance, deps: MigrationRoutesDeps): void {
  const { store, definitions, migrations, counts } = deps;
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const Body = Type.Object(
    {
      from: Version,
      to: Version,
      map: MapSchema,
      part: Type.Optional(
        Type.Object(
          { index: Type.Integer({ minimum: 0 }), of: Type.Integer({ minimum: 1, maximum: 16 }) },
          { additionalProperties: false, description: 'One of so many parts; left out: all cases' },
        ),
      ),
    },
    { additionalProperties: false },
  );

  routes.get(
    '/flows/:id/migration',
    {
      config: drawers,
      schema: {
        tags,
        summary: 'Which step of one version is which of another, and the cases at each',
        operationId: 'proposeMigration',
        params: IdParams,
        querystring: Type.Object({ from: Version, to: Version }),
        response: {
          200: Type.Object({
            map: MapSchema,
            running: Type.Record(Type.String(), Type.Integer()),
          }),
        },
      },
    },
    async ({ scope, params, query }) => {
      const { _id } = await definitions.get(scope, toId(params.id));
      const [map, running] = await Promise.all([
        migrations.propose(scope, _id, query),
        counts.byNode(scope, _id, query.from),
      ]);
      return { map, running };
    },
  );

  routes.post(
    '/flows/:id/migration/try',
    {
      config: drawers,
      schema: {
        tags,
        summary: 'What a migration would do to cases and dates; nothing changes',
        operationId: 'tryMigration',
        params: IdParams,
        body: Body,
        response: { 200: PlanSchema },
      },
    },
    async ({ scope, params, body }) => {
      const { _id } = await definitions.get(scope, toId(params.id));
      const { caseCount, nodes, examples } = await migrations.plan(scope, _id, body);
      const names = await namesOf(
        scope,
        examples.map(({ debtorId }) => debtorId),
      );
      return {
        caseCount,
        nodes: [...nodes],
        examples: examples.map(({ instanceId, debtorId, nodeId, fromOn, toOn }) => ({
          instanceId: idText(instanceId),
          debtorId: idText(debtorId),
          debtorName: names.get(idText(debtorId)) ?? '–',
          nodeId,
          fromOn,
          toOn,
        })),
      };
    },
  );

  routes.post(
    '/flows/:id/migration',
    {
      config: drawers,
      schema: {
        tags,
        summary: 'Move the running cases of one version to another',
        operationId: 'migrateFlow',
        params: IdParams,
        body: Body,
        response: { 200: Type.Object({ migrated: Type.Integer(), stayed: Type.Integer() }) },
      },
    },
    async ({ scope, params, body, user }) => {
      const { _id } = await definitions.get(scope, toId(params.id));
      return migrations.migrate(scope, _id, { ...body, who: actorOf(user) });
    },
  );

  async function namesOf(scope: Scope, ids: readonly Id[]): Promise<ReadonlyMap<string, string>> {
    const people = await store
      .table(debtors)
      .in(scope)
      .find({ _id: { $in: ids } }, { fields: ['name'] });
    return new Map(people.map(({ _id, name }) => [idText(_id), name]));
  }
}
