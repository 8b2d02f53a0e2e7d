import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IdParams, IdSchema, idText, toId } from '../../domain/routing/index.ts';
import type { FlowVersion } from '../definition/flow.model.ts';
import type { FlowService } from '../definition/flows.service.ts';
import type { AgencyNodes } from '../engine/drawings/index.ts';
import type { createInstanceCounts } from '../instances/count-instances.ts';
import { FlowSchema, FlowVersionSchema } from './flow-schemas.ts';
import { flowView, versionView } from './flow-views.ts';
import { localeOf } from './locale-of.ts';

export type DefinitionRoutesDeps = {
  readonly definitions: FlowService;
  readonly counts: ReturnType<typeof createInstanceCounts>;
  readonly types: AgencyNodes;
};

const tags = ['Flows'];
const readers = { access: { roles: READERS } };

/** Flows and their published versions, to look at. */
export function definitionRoutes(app: FastifyInstance, deps: DefinitionRoutesDeps): void {
  const { definitions, counts } = deps;
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/flows',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Flows of the agency with the share of debtors in each',
        operationId: 'listFlows',
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ maximum: 200 })) }),
        response: {
          200: Type.Object({ items: Type.Array(FlowSchema), nextCursor: Type.Null() }),
        },
      },
    },
    async ({ scope }) => {
      const [rows, counted] = await Promise.all([definitions.list(scope), counts.byFlow(scope)]);
      return { items: rows.map((flow) => flowView(flow, counted)), nextCursor: null };
    },
  );

  routes.get(
    '/flows/:id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One flow',
        operationId: 'getFlow',
        params: IdParams,
        response: { 200: FlowSchema },
      },
    },
    async ({ scope, params }) => {
      const flow = await definitions.get(scope, toId(params.id));
      return flowView(flow, await counts.byFlow(scope));
    },
  );

  routes.get(
    '/flows/:id/versions/:version',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A published version; it never changes',
        operationId: 'getFlowVersion',
        params: Type.Object({ id: IdSchema, version: Type.Integer({ minimum: 1 }) }),
        response: { 200: FlowVersionSchema },
      },
    },
    async (request) => {
      const { scope, params } = request;
      const id = toId(params.id);
      const row = await definitions.version(scope, id, params.version);
      const running = await counts.byNode(scope, id, params.version);
      return versionView(row, running, saidTo(deps, request, row));
    },
  );
}

/** Who reads, and the node types of the agency whose flow it is. */
const saidTo = (
  { types }: DefinitionRoutesDeps,
  request: FastifyRequest,
  { agencyId }: FlowVersion,
) => ({ types: types.of(idText(agencyId)), locale: localeOf(request) });
