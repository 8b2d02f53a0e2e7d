import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  checkFlow,
  diffFlows,
  type FlowDocument,
  localize,
  READERS,
  sayFlowChange,
  Type,
} from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IdParams, toId } from '../../domain/routing/index.ts';
import type { Id } from '../../store/index.ts';
import type { FlowService } from '../definition/flows.service.ts';
import type { AgencyNodes } from '../engine/agency-nodes.ts';
import type { createInstanceCounts } from '../instances/count-instances.ts';
import { ChangeSchema } from './flow-schemas.ts';
import { nodeLabel } from './flow-views.ts';
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
      const items = rows.map(({ version, publishedAt, publishedBy, note }) => ({
        version,
        publishedAt: publishedAt.toISOString(),
        publishedBy,
        note: note ?? null,
        runningCount: running.get(version) ?? 0,
      }));
      return { items };
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
    const holding = (id: string) => (Object.hasOwn(after.nodes, id) ? after : before);
    return {
      node: (id: string) => nodeLabel(holding(id), id, { types, locale }),
      outcome(id: string, outcome: string) {
        const type = holding(id).nodes[id]?.type;
        const label = type ? types.find(type)?.outcomes[outcome as never] : undefined;
        return label ? localize(label as never, locale) : outcome;
      },
    };
  }
}
