import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  AGENCY_STAFF,
  checkFlow,
  diffFlows,
  type FlowChange,
  type FlowDocument,
  localize,
  type Localized,
  nameOfStep,
  READERS,
  sayFlowChange,
  Type,
} from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IdParams, IdSchema, toId } from '../../domain/routing/index.ts';
import type { Id } from '../../store/index.ts';
import type { FlowService } from '../definition/flows.service.ts';
import type { AgencyNodes } from '../engine/drawings/index.ts';
import type { createInstanceCounts } from '../instances/count-instances.ts';
import { ChangeSchema, InstantOrNull } from './flow-schemas.ts';
import { fieldWords, valueWords } from './field-words.ts';
import { localeOf } from './locale-of.ts';

export type VersionRoutesDeps = {
  readonly definitions: FlowService;
  readonly counts: ReturnType<typeof createInstanceCounts>;
  readonly types: AgencyNodes;
};

const tags = ['Drawing flows'];
const readers = { access: { roles: READERS } };

/** Published versions beside each other. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function versionRoutes(app: FastifyInstance, deps: VersionRoutesDeps): void {
  const { definitions, counts } = deps;
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/flows/:id/versions',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Published versions, the newest first, with the running cases in each',
        operationId: 'listFlowVersions',
        params: IdParams,
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                version: Type.Integer(),
                publishedAt: Type.String({ format: 'date-time' }),
                publishedBy: Type.String(),
                note: Type.Union([Type.String(), Type.Null()]),
                runningCount: Type.Integer(),
                drainingSince: InstantOrNull,
              }),
            ),
          }),
        },
      },
    },
    async ({ scope, params }) => {
      const flow = await definitions.get(scope, toId(params.id));
      const [rows, running] = await Promise.all([
        definitions.versions(scope, flow._id),
        counts.byVersion(scope, flow._id),
      ]);
      const items = rows.map(({ version, publishedAt, publishedBy, note, drainingSince }) => ({
        version,
        publishedAt: publishedAt.toISOString(),
        publishedBy,
        note: note ?? null,
        runningCount: running.get(version) ?? 0,
        drainingSince: drainingSince?.toISOString() ?? null,
      }));
      return { items };
    },
  );

  routes.put(
    '/flows/:id/versions/:version/draining',
    {
      config: { access: { roles: AGENCY_STAFF } },
      schema: {
        tags,
        summary: 'Let an older version run empty, or open it again',
        operationId: 'drainFlowVersion',
        params: Type.Object({ id: IdSchema, version: Type.Integer({ minimum: 1 }) }),
        body: Type.Object({ isDraining: Type.Boolean() }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async ({ scope, params, body }, reply) => {
      const to = { version: params.version, ...body };
      await definitions.drain(scope, toId(params.id), to);
      return reply.code(204).send(null);
    },
  );

  routes.get(
    '/flows/:id/differences',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What differs in meaning between two versions, or a version and the draft',
        operationId: 'compareFlowVersions',
        params: IdParams,
        querystring: Type.Object({
          from: Type.Integer({ minimum: 1 }),
          to: Type.Optional(Type.Integer({ minimum: 1, description: 'Left out: the draft' })),
        }),
        response: { 200: Type.Object({ items: Type.Array(ChangeSchema) }) },
      },
    },
    async (request) => {
      const { scope, params, query } = request;
      const id = toId(params.id);
      const [before, after, running] = await Promise.all([
        documentOf(request, id, query.from),
        documentOf(request, id, query.to ?? null),
        counts.byNode(scope, id, query.from),
      ]);
      const names = namesIn(before, after, request);
      const items = diffFlows(before, after).map((one) => ({
        kind: one.kind,
        nodeId: one.nodeId,
        path: one.path,
        sentence: sayFlowChange(one, names, running[one.nodeId ?? ''] ?? 0),
      }));
      return { items };
    },
  );

  async function documentOf({ scope }: FastifyRequest, id: Id, version: number | null) {
    const row =
      version === null
        ? (await definitions.get(scope, id)).draft
        : (await definitions.version(scope, id, version)).document;
    return checkFlow(row);
  }

  function namesIn(before: FlowDocument, after: FlowDocument, request: FastifyRequest) {
    const locale = localeOf(request);
    const types = deps.types.of(request.user?.agencyId ?? '');
    const titleOf = (type: string) => types.find(type)?.title as Localized | undefined;
    const holding = (id: string) => (Object.hasOwn(after.nodes, id) ? after : before);
    const configOf = (change: FlowChange) => {
      const type = change.nodeId && holding(change.nodeId).nodes[change.nodeId]?.type;
      return type ? types.find(type)?.config : undefined;
    };
    return {
      field: (change: FlowChange) => fieldWords(change, configOf(change), locale),
      value: (change: FlowChange, value: unknown) =>
        valueWords(change, value, { config: configOf(change), locale }),
      node: (id: string) => nameOfStep(holding(id), id, { titleOf, locale }),
      outcome(id: string, outcome: string) {
        const type = holding(id).nodes[id]?.type;
        const label = type ? types.find(type)?.outcomes[outcome as never] : undefined;
        return label ? localize(label as never, locale) : outcome;
      },
    };
  }
}
