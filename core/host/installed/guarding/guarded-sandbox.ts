import type { Sandbox } from '../../../sandbox/index.ts';
import type { PluginGuard } from './plugin-guard.ts';

/** The sandbox with the guard before every call of an installed plugin. */
export function guardedSandbox(
  sandbox: Pick<Sandbox, 'run'>,
  guard: PluginGuard,
): Pick<Sandbox, 'run'> {
  return {
    run(call) {
      const { agencyId, administrationId, code } = call;
      const scope = { agencyId, administrationId };
      return guard({ pluginId: code.id, scope }, () => sandbox.run(call));
    },
  };
}
