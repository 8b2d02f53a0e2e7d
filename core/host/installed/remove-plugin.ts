import type { Clock } from '@inning/sdk';
import type { Id } from '../../store/index.ts';
import { PluginInUseError } from './installed.errors.ts';
import type { Installer } from './installer.ts';
import type { PluginInstall } from './plugin-installs.model.ts';
import type { NodeUses, WakeWaiting } from './use-in-flows.ts';

export type RemovalDeps = {
  readonly clock: Clock;
  readonly installer: Installer;
  readonly uses: NodeUses;
  readonly wakeWaiting: WakeWaiting;
  /** Deletes what the plugin kept at that agency: its settings, state and credentials. */
  readonly forget: (agencyId: Id, pluginId: string) => Promise<void>;
};

/** How a plugin leaves an agency, and how one that was suspended comes back. */
export function createRemoval(deps: RemovalDeps) {
  const { clock, installer, uses, wakeWaiting } = deps;

  return {
    /**
     * Takes it out of work and deletes what it kept. Throws `PluginInUseError` while live instances
     * stand in its nodes; forced, those get stuck and say why.
     */
    async uninstall(
      agencyId: Id,
      pluginId: string,
      how: { readonly isForced: boolean; readonly by: string },
    ): Promise<PluginInstall> {
      const before = await installer.present(agencyId, pluginId);
      const standing = await uses.standing(agencyId, pluginId);
      if (standing.length > 0 && !how.isForced) {
        throw new PluginInUseError(pluginId, standing.length);
      }
      const note = standing.length > 0 ? `${standing.length}` : null;
      const row = await installer.write(before, {
        set: { ...NOTHING_LEFT, by: how.by, at: clock.now() },
        line: { what: 'uninstalled', version: before.version, sha256: null, by: how.by, note },
      });
      await deps.forget(agencyId, pluginId);
      await wakeWaiting({ _id: { $in: standing } });
      return row;
    },

    /** A suspended plugin may work again; what waited for it goes on at once. */
    async resume(agencyId: Id, pluginId: string, by: string): Promise<PluginInstall> {
      const before = await installer.present(agencyId, pluginId);
      if (before.state !== 'suspended') return before;
      const row = await installer.write(before, {
        set: { state: 'active', failures: [], stoppedBecause: null, stoppedText: null },
        line: { what: 'resumed', version: before.version, sha256: null, by, note: null },
      });
      return row;
    },
  };
}
export type Removal = ReturnType<typeof createRemoval>;

const NOTHING_LEFT = {
  state: 'uninstalled' as const,
  version: null,
  pendingVersion: null,
  kept: [],
  granted: null,
  failures: [],
  stoppedBecause: null,
  stoppedText: null,
};
