import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  actorOf,
  IdParams,
  IdSchema,
  idText,
  InstantSchema,
  instantText,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
  toId,
} from '../../domain/routing/index.ts';
import type { FlowComment } from '../comments/flow-comment.model.ts';
import type { FlowComments } from '../comments/flow-comments.ts';

export type CommentRoutesDeps = { readonly comments: FlowComments };

const tags = ['Comments on flows'];
const readers = { access: { roles: READERS } };
const writers = { access: { roles: WRITERS } };
const CommentSchema = Type.Object({
  id: IdSchema,
  nodeId: OptionalText,
  text: Type.String(),
  by: Type.String(),
  at: InstantSchema,
  resolvedAt: OptionalInstant,
  resolvedBy: OptionalText,
  isInternal: Type.Boolean({ description: 'Of the agency itself; creditors do not see it' }),
});

/** What people say of a flow and its steps. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function commentRoutes(app: FastifyInstance, { comments }: CommentRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/flows/:id/comments',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What was said of a flow and its steps, the oldest first',
        operationId: 'listFlowComments',
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(CommentSchema) }) },
      },
    },
    async ({ scope, params }) => {
      const items = await comments.list(scope, toId(params.id));
      return { items: items.map(commentView) };
    },
  );

  routes.post(
    '/flows/:id/comments',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Say something of a flow, or of one of its steps',
        operationId: 'addFlowComment',
        params: IdParams,
        body: Type.Object(
          {
            nodeId: Type.Union([Type.String({ maxLength: 80 }), Type.Null()]),
            text: Type.String({ minLength: 1, maxLength: 4_000, pattern: '\\S' }),
          },
          { additionalProperties: false },
        ),
        response: { 201: CommentSchema },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const comment = await comments.add(scope, toId(params.id), { ...body, by: actorOf(user) });
      return reply.code(201).send(commentView(comment));
    },
  );

  for (const act of ['resolve', 'reopen'] as const) {
    routes.post(
      `/flow-comments/:id/${act}`,
      {
        config: writers,
        schema: {
          tags,
          summary: act === 'resolve' ? 'Settle a comment' : 'Open a comment again',
          operationId: `${act}FlowComment`,
          params: IdParams,
          response: { 200: CommentSchema },
        },
      },
      async ({ scope, params, user }) => {
        const by = act === 'resolve' ? actorOf(user) : null;
        return commentView(await comments.resolve(scope, toId(params.id), by));
      },
    );
  }
}

function commentView(comment: FlowComment) {
  return {
    id: idText(comment._id),
    nodeId: comment.nodeId ?? null,
    text: comment.text,
    by: comment.by,
    at: instantText(comment.at),
    resolvedAt: optionalInstantText(comment.resolvedAt),
    resolvedBy: comment.resolvedBy ?? null,
    isInternal: !comment.creditorId,
  };
}
