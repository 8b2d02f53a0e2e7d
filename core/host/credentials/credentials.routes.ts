import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { PluginNotFoundError } from '../host.errors.ts';
import { assertMayChange, levelOf } from '../routes/plugin-level.ts';
import { CredentialSchema, credentialViews } from './credential.view.ts';
import { AtLevel, config, CredentialParams, tags } from './credential-params.ts';
import type { CredentialsRoutesDeps } from './credentials.deps.ts';
import { returnAddress } from './return-address.ts';
import { signInRoutes } from './sign-in.routes.ts';

/** How the credentials of a plugin stand, and signing in at the other side. They are entered as settings. */
export const credentialsRoutes =
  (deps: CredentialsRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const { store, credentials, settings, pluginOf } = deps;
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/plugins/:id/credentials',
      {
        config,
        schema: {
          tags,
          summary: 'The credentials of a plugin: which there are, and how each one stands',
          operationId: 'listCredentials',
          params: Type.Pick(CredentialParams, ['id']),
          querystring: AtLevel,
          response: { 200: Type.Object({ items: Type.Array(CredentialSchema) }) },
        },
      },
      async (request) => {
        const pluginId = request.params.id;
        const scope = await levelOf(store, request, request.query.administrationId);
        await settings.refresh();
        const use = pluginOf(pluginId, scope.agencyId);
        if (use === null) throw new PluginNotFoundError(pluginId);
        const redirectUrl = returnAddress(deps.publicUrl, pluginId);
        return { items: await credentialViews(use, { pluginId, scope, credentials, redirectUrl }) };
      },
    );

    routes.delete(
      '/plugins/:id/credentials/:name/sign-in',
      {
        config,
        schema: {
          tags,
          summary: 'Forget what the other side gave when somebody signed in there',
          operationId: 'endCredentialSignIn',
          params: CredentialParams,
          querystring: AtLevel,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { id: pluginId, name: credential } = request.params;
        const scope = await levelOf(store, request, request.query.administrationId);
        assertMayChange(request.user, scope);
        const { agencyId, administrationId } = scope;
        if (agencyId !== null) {
          await credentials.tokens.remove({
            pluginId,
            credential,
            agencyId,
            administrationId,
            holder: '',
          });
        }
        return reply.code(204).send(null);
      },
    );

    await app.register(signInRoutes(deps));
  };
