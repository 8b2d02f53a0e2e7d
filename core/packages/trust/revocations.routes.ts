import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, IdParams, ReasonSchema, toId } from '../../domain/routing/index.ts';
import type { TrustService } from './trust.service.ts';
import { RevocationSchema, revocationView } from './trust.view.ts';

const tags = ['Publishers'];
const config = { access: { roles: ['operator' as const] } };
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

const NewRevocationSchema = Type.Union([
  Type.Object({ kind: Type.Literal('key'), subject: Sha256, reason: ReasonSchema }),
  Type.Object({ kind: Type.Literal('content'), subject: Sha256, reason: ReasonSchema }),
  Type.Object({
    kind: Type.Literal('version'),
    subject: Type.String({
      maxLength: 120,
      pattern: '^[a-z][a-z0-9-]*@[0-9A-Za-z.+-]+$',
      description: 'Such as print-lob@1.2.0',
    }),
    reason: ReasonSchema,
  }),
]);

/** What may not be installed nor run any longer, whoever signed it; for the operator. */
export const revocationRoutes =
  ({ trust }: { readonly trust: TrustService }) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/revocations',
      {
        config,
        schema: {
          tags,
          summary: 'Keys, plugin versions and contents that were withdrawn',
          operationId: 'listRevocations',
          response: { 200: Type.Object({ items: Type.Array(RevocationSchema) }) },
        },
      },
      async () => ({ items: (await trust.listRevocations()).map(revocationView) }),
    );

    routes.post(
      '/revocations',
      {
        config,
        schema: {
          tags,
          summary: 'Withdraw a key, a plugin version, or a content by its hash',
          operationId: 'revoke',
          body: NewRevocationSchema,
          response: { 201: RevocationSchema },
        },
      },
      async ({ body, user }, reply) => {
        const revoked = await trust.revoke({ ...body, by: actorOf(user) });
        return reply.code(201).send(revocationView(revoked));
      },
    );

    routes.delete(
      '/revocations/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Lift a revocation',
          operationId: 'liftRevocation',
          params: IdParams,
          response: { 204: Type.Null() },
        },
      },
      async ({ params }, reply) => {
        await trust.liftRevocation(toId(params.id));
        return reply.code(204).send(null);
      },
    );
  };
