import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, IdParams, toId } from '../../domain/routing/index.ts';
import { KeyRotationSchema } from '../signing/rotation.ts';
import type { TrustService } from './trust.service.ts';
import { PublisherSchema, publisherView } from './trust.view.ts';

const tags = ['Publishers'];
const config = { access: { roles: ['operator' as const] } };

/** Whose packages may be installed here; for the operator. */
export const publisherRoutes =
  (deps: { readonly trust: TrustService }) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(listRoutes(deps));
    await app.register(changeRoutes(deps));
  };

const listRoutes =
  ({ trust }: { readonly trust: TrustService }) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/publishers',
      {
        config,
        schema: {
          tags,
          summary: 'Publishers whose packages may be installed',
          operationId: 'listPublishers',
          response: { 200: Type.Object({ items: Type.Array(PublisherSchema) }) },
        },
      },
      async () => {
        const revocations = await trust.listRevocations();
        const all = await trust.listPublishers();
        return { items: all.map((one) => publisherView(one, revocations)) };
      },
    );

    routes.post(
      '/publishers',
      {
        config,
        schema: {
          tags,
          summary: 'Trust a publisher by its public key',
          operationId: 'addPublisher',
          body: Type.Object({
            name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
            publicKey: Type.String({ maxLength: 100, description: '32 bytes as base64' }),
          }),
          response: { 201: PublisherSchema },
        },
      },
      async ({ body, user }, reply) => {
        const added = await trust.addPublisher(body.name, body.publicKey, actorOf(user));
        return reply.code(201).send(publisherView(added, await trust.listRevocations()));
      },
    );
  };

const changeRoutes =
  ({ trust }: { readonly trust: TrustService }) =>
  async (app: FastifyInstance): Promise<void> => {
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.post(
      '/publishers/:id/keys',
      {
        config,
        schema: {
          tags,
          summary: 'Trust a new key of a publisher, which its old key vouches for',
          operationId: 'addPublisherKey',
          params: IdParams,
          body: KeyRotationSchema,
          response: { 200: PublisherSchema },
        },
      },
      async ({ params, body, user }) => {
        const changed = await trust.addKey(toId(params.id), body, actorOf(user));
        return publisherView(changed, await trust.listRevocations());
      },
    );

    routes.delete(
      '/publishers/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Trust a publisher no longer',
          operationId: 'removePublisher',
          params: IdParams,
          response: { 204: Type.Null() },
        },
      },
      async ({ params }, reply) => {
        await trust.removePublisher(toId(params.id));
        return reply.code(204).send(null);
      },
    );
  };
