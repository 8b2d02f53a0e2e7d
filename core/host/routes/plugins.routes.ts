import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { ADMINISTRATORS, type PluginScope, type RequestUser, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, IdSchema } from '../../domain/routing/index.ts';
import type { Store } from '../../store/index.ts';
import { PluginNotFoundError } from '../host.errors.ts';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import { assertMayChange, levelOf, seesAbove } from './plugin-level.ts';
import { PluginSchema, pluginView } from './plugin.view.ts';
import type { LiveRegistries } from '../registries.ts';

export type PluginsRoutesDeps = {
  readonly store: Store;
  readonly live: LiveRegistries;
  readonly settings: PluginSettings;
  /** By plugin, the credential with which somebody must sign in again. */
  readonly endedCredentials: (scope: PluginScope) => Promise<ReadonlyMap<string, string>>;
};

const tags = ['Plugins'];
const config = { access: { roles: ['operator' as const, ...ADMINISTRATORS] } };

/** Which plugins there are, where they are on, and with which settings. */
export const pluginsRoutes =
  (deps: PluginsRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const { live, settings } = deps;
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.get(
      '/plugins',
      {
        config,
        schema: {
          tags,
          summary: 'Plugins with their settings: of your agency, or of one administration',
          operationId: 'listPlugins',
          querystring: Type.Object({ administrationId: Type.Optional(IdSchema) }),
          response: { 200: Type.Object({ items: Type.Array(PluginSchema) }) },
        },
      },
      async (request) => {
        const scope = await levelOf(deps.store, request, request.query.administrationId);
        return { items: await listPlugins(deps, request.user, scope) };
      },
    );

    routes.put(
      '/plugins/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Switch a plugin on or off and set it up, for your agency or one administration',
          operationId: 'changePlugin',
          params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
          body: Type.Object({
            administrationId: Type.Optional(IdSchema),
            enabled: Type.Union([Type.Boolean(), Type.Null()]),
            settings: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown()),
          }),
          response: { 200: PluginSchema },
        },
      },
      async (request) => {
        const { administrationId, enabled, settings: wanted } = request.body;
        await settings.refresh();
        const registries = live.of(request.user?.agencyId ?? null);
        const plugin = registries.plugins.get(request.params.id);
        if (!plugin) throw new PluginNotFoundError(request.params.id);
        const scope = await levelOf(deps.store, request, administrationId);
        assertMayChange(request.user, scope);
        const change = { enabled, settings: wanted, by: actorOf(request.user) };
        await settings.change(plugin.definition.id, scope, change);
        return pluginView(plugin, scope, {
          registries,
          settings,
          seesAbove: seesAbove(request.user),
        });
      },
    );
  };

async function listPlugins(deps: PluginsRoutesDeps, user: RequestUser | null, scope: PluginScope) {
  const { live, settings } = deps;
  await settings.refresh();
  const registries = live.of(scope.agencyId);
  const viewer = { registries, settings, seesAbove: seesAbove(user) };
  const ended = await deps.endedCredentials(scope);
  const plugins = [...registries.plugins.values()];
  return plugins.map((plugin) => withEnded(pluginView(plugin, scope, viewer), ended));
}

/** What keeps a plugin from working while its settings are in order. */
function withEnded<View extends { readonly id: string; readonly problem: string | null }>(
  view: View,
  ended: ReadonlyMap<string, string>,
): View {
  const credential = ended.get(view.id);
  if (credential === undefined || view.problem !== null) return view;
  return { ...view, problem: `credentials.${credential} has ended; sign in again` };
}
