import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, DaySchema, IdParams, ReasonSchema, toId } from '../routing/index.ts';
import { CommunicationSchema, communicationView } from './communication.view.ts';
import type { CommunicationService } from './communications.service.ts';

const config = { access: { roles: WRITERS } };
const tags = ['Communications'];

/** Saying that a letter came back or bounced, and taking that back. */
export function returnRoutes(app: FastifyInstance, communications: CommunicationService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/communications/:id/return',
    {
      config,
      schema: {
        tags,
        summary: 'Record that a letter came back or bounced: what it announced counts no more',
        operationId: 'recordLetterReturn',
        params: IdParams,
        body: Type.Object(
          { on: Type.Optional(DaySchema), reason: ReasonSchema },
          { additionalProperties: false },
        ),
        response: { 200: CommunicationSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const told = { ...body, by: actorOf(user) };
      return communicationView(await communications.recordReturn(scope, toId(params.id), told));
    },
  );

  routes.post(
    '/communications/:id/return/undo',
    {
      config,
      schema: {
        tags,
        summary: 'Take back that a letter came back: what it announced counts again',
        operationId: 'undoLetterReturn',
        params: IdParams,
        body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
        response: { 200: CommunicationSchema },
      },
    },
    async ({ scope, params, body, user }) => {
      const told = { ...body, by: actorOf(user) };
      return communicationView(await communications.undoReturn(scope, toId(params.id), told));
    },
  );
}
