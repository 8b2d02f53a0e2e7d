import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { AGENCY_STAFF, invariant, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdParams, toId } from '../../domain/routing/index.ts';
import type { FlowService } from '../definition/flows.service.ts';
import type { FlowEditors } from '../editors/flow-editors.ts';

export type EditorRoutesDeps = {
  readonly definitions: FlowService;
  readonly editors: FlowEditors;
};

const config = { access: { roles: AGENCY_STAFF } };
const tags = ['Drawing flows'];
const WindowId = Type.String({ pattern: '^[0-9a-f]{1,32}$', description: 'Made up by the window' });

/** Who else has a draft open to draw in. */
export function editorRoutes(
  app: FastifyInstance,
  { definitions, editors }: EditorRoutesDeps,
): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.put(
    '/flows/:id/editors/:window',
    {
      config,
      schema: {
        tags,
        summary: 'Say that a draft is open in this window; returns the others',
        operationId: 'noteFlowEditor',
        params: Type.Object({ ...IdParams.properties, window: WindowId }),
        body: Type.Object({ hasChanged: Type.Boolean() }, { additionalProperties: false }),
        response: {
          200: Type.Object({
            revision: Type.Integer({ description: 'Of the draft as it is stored now' }),
            items: Type.Array(
              Type.Object({
                name: Type.String(),
                isSelf: Type.Boolean({ description: 'The same person in another window' }),
                changedSecondsAgo: Type.Union([Type.Integer(), Type.Null()]),
              }),
            ),
          }),
        },
      },
    },
    async ({ scope, params, body, user }) => {
      invariant(user, 'the access rule lets only people in');
      const flow = await definitions.get(scope, toId(params.id));
      const others = await editors.note(scope, flow, { windowId: params.window, user, ...body });
      const items = others.map((one) => ({
        name: one.name,
        isSelf: one.userId === user.id,
        changedSecondsAgo: editors.secondsSinceChange(one),
      }));
      return { revision: flow.draftRevision, items };
    },
  );

  routes.delete(
    '/flows/:id/editors/:window',
    {
      config,
      schema: {
        tags,
        summary: 'Say that a draft is no longer open in this window',
        operationId: 'leaveFlowEditor',
        params: Type.Object({ ...IdParams.properties, window: WindowId }),
        response: { 204: Type.Null() },
      },
    },
    async ({ scope, params }, reply) => {
      const flow = await definitions.get(scope, toId(params.id));
      await editors.leave(scope, flow, params.window);
      return reply.code(204).send(null);
    },
  );
}
