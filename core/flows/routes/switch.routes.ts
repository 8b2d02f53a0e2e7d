import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { DebtorNotFoundError, debtors } from '../../domain/debtors/index.ts';
import {
  actorOf,
  IdParams,
  optionalIdText,
  OptionalIdSchema,
  toId,
} from '../../domain/routing/index.ts';
import type { Store } from '../../store/index.ts';
import type { createFlowSwitch } from '../instances/switch-flow.ts';

export type SwitchRoutesDeps = {
  readonly store: Store;
  readonly switchFlow: ReturnType<typeof createFlowSwitch>;
};

/** Another flow for a debtor: over again, or after the last letter (FLOW-10). */
export function switchRoutes(app: FastifyInstance, deps: SwitchRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/debtors/:id/flow',
    {
      config: { access: { roles: WRITERS } },
      schema: {
        tags: ['Debtors'],
        summary: 'Switch the flow of a debtor',
        operationId: 'switchFlow',
        params: IdParams,
        body: Type.Object(
          {
            flowId: OptionalIdSchema,
            mode: Type.Union([Type.Literal('reset'), Type.Literal('continue')]),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ instanceId: OptionalIdSchema }),
        },
      },
    },
    async (request) => {
      const { scope, params, body } = request;
      const debtor = await deps.store.table(debtors).in(scope).byId(toId(params.id));
      if (!debtor) throw new DebtorNotFoundError(params.id);
      const flowId = body.flowId ? toId(body.flowId) : null;
      const who = actorOf(request.user);
      const started = await deps.switchFlow(scope, { debtor, flowId, mode: body.mode, who });
      return { instanceId: optionalIdText(started?._id) };
    },
  );
}
