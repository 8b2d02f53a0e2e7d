import type { FastifyInstance } from 'fastify';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { Registries } from '../registries.ts';

/**
 * The routes that plugins bring, each under `/plugins/<id>` and in a world of its own: what a plugin
 * adds to its server is not seen by others.
 */
export const routesOfPlugins =
  ({ registries, settings }: { registries: Registries; settings: PluginSettings }) =>
  async (app: FastifyInstance): Promise<void> => {
    for (const { pluginId, routes } of registries.routes) {
      await app.register(
        async (own) => {
          // So that `tools.settings`, which cannot wait, is never out of date.
          own.addHook('preHandler', () => settings.refresh());
          await routes(own, { settings: (scope) => settings.state(pluginId, scope).settings });
        },
        { prefix: `/plugins/${pluginId}` },
      );
    }
  };
