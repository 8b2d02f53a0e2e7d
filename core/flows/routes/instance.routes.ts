import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { administrations } from '../../domain/administrations/index.ts';
import { actorOf, IdParams, IdSchema, toId } from '../../domain/routing/index.ts';
import type { Clock } from '@inning/sdk';
import { HOME_TIME_ZONE } from '../../home.ts';
import type { Scope, Store } from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';
import type { AgencyNodes, FlowLibrary } from '../engine/drawings/index.ts';
import { INSTANCE_STATES, type Instance } from '../instances/instance.model.ts';
import type { Actor, InstanceService } from '../instances/instances.service.ts';
import { InstanceSchema, StepSchema } from './flow-schemas.ts';
import { instanceView, stepView } from './flow-views.ts';
import { createInstanceNames } from './instance-names.ts';

export type InstanceRoutesDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly instances: InstanceService;
  readonly library: FlowLibrary;
  readonly types: AgencyNodes;
};

const tags = ['Running flows'];
const readers = { access: { roles: READERS } };
const writers = { access: { roles: WRITERS } };
const Reason = Type.String({ minLength: 1, maxLength: 500 });

/** Running flows: where they stand and why, and what a person may do to them. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function instanceRoutes(app: FastifyInstance, deps: InstanceRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const namesFor = createInstanceNames(deps);

  routes.get(
    '/instances',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Running flows, the newest first',
        operationId: 'listInstances',
        querystring: Type.Object({
          debtorId: Type.Optional(IdSchema),
          administrationId: Type.Optional(IdSchema),
          flowId: Type.Optional(IdSchema),
          nodeId: Type.Optional(Type.String({ maxLength: 80 })),
          state: Type.Optional(Type.Enum([...INSTANCE_STATES])),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
          cursor: Type.Optional(Type.String({ maxLength: 100 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(InstanceSchema), nextCursor: Type.Null() }),
        },
      },
    },
    async (request) => {
      const { scope, query } = request;
      const { debtorId, administrationId, flowId, nodeId, state } = query;
      const found = await deps.instances.list(scope, {
        ...(debtorId ? { debtorId: toId(debtorId) } : {}),
        ...(administrationId ? { administrationId: toId(administrationId) } : {}),
        ...(flowId ? { flowId: toId(flowId) } : {}),
        ...(nodeId ? { nodeId } : {}),
        ...(state ? { state } : {}),
      });
      const named = await namesFor(request, found);
      return { items: found.map((one) => instanceView(one, named(one))), nextCursor: null };
    },
  );

  routes.get(
    '/instances/:id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A running flow with its path',
        operationId: 'getInstance',
        params: IdParams,
        response: {
          200: Type.Object({ ...InstanceSchema.properties, path: Type.Array(StepSchema) }),
        },
      },
    },
    async (request) => {
      const { scope, params } = request;
      const instance = await deps.instances.get(scope, toId(params.id));
      const path = await deps.instances.path(scope, instance._id);
      const named = (await namesFor(request, [instance]))(instance);
      const steps = path.map((step) => stepView(step, named));
      return { ...instanceView(instance, named), path: steps };
    },
  );

  const { instances } = deps;
  const because = { reason: Reason };
  intervention('hold', { summary: 'Hold it back', fields: because, act: instances.hold });
  intervention('release', { summary: 'Let it go on', act: instances.release });
  intervention('retry', { summary: 'Try a stuck one again', act: instances.release });
  intervention('do-now', { summary: 'Do the next step now', act: instances.doNow });
  intervention('skip', {
    summary: 'Pass over the next action',
    fields: because,
    act: instances.skip,
  });
  intervention('move-on', {
    summary: 'Leave the step by an outcome without doing it',
    fields: { ...because, outcome: Type.String({ minLength: 1, maxLength: 80 }) },
    act: instances.moveOn,
  });
  intervention('stop', { summary: 'End it', fields: because, act: instances.stop });
  intervention('reschedule', {
    summary: 'Another day for this wait',
    fields: { on: Type.String({ format: 'date' }) },
    act: instances.reschedule,
  });

  type Act = (scope: Scope, id: ReturnType<typeof toId>, by: never) => Promise<Instance>;

  type Way = {
    readonly summary: string;
    readonly fields?: Record<string, typeof Reason>;
    readonly act: Act;
  };

  function intervention(verb: string, { summary, fields = {}, act }: Way): void {
    const Body = Type.Object(fields, {
      additionalProperties: false,
    });
    routes.post(
      `/instances/:id/${verb}`,
      {
        config: writers,
        schema: {
          tags,
          summary,
          operationId: `${verb.replaceAll('-', '')}Instance`,
          params: IdParams,
          ...(Object.keys(fields).length > 0 ? { body: Body } : {}),
          response: { 200: InstanceSchema },
        },
      },
      async (request) => {
        const { scope, params, body } = request;
        const id = toId(params.id);
        const by = await actor(request, await deps.instances.get(scope, id));
        const after = await act(scope, id, { ...(body as object | null), ...by } as never);
        return instanceView(after, (await namesFor(request, [after]))(after));
      },
    );
  }

  async function actor(request: FastifyRequest, instance: Instance): Promise<Actor> {
    const administration = await deps.store
      .table(administrations)
      .in(request.scope)
      .byId(instance.administrationId);
    const timeZone = administration?.timeZone ?? HOME_TIME_ZONE;
    return { who: actorOf(request.user), today: dayAt(deps.clock.now(), timeZone) };
  }
}
