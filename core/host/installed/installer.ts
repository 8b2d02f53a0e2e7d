import { allAsksOf, PackageRevokedError } from '../../packages/index.ts';
import type { Clock } from '@inning/sdk';
import type { PluginManifest } from '@inning/sdk/package';
import type { Id, Store } from '../../store/index.ts';
import { asksHash } from './packages/asks-hash.ts';
import { ConsentOutdatedError, PluginNotInstalledError } from './installed.errors.ts';
import { keptVersions } from './kept-versions.ts';
import type { Offer, PackageDoor } from './packages/offer-package.ts';
import type { PluginInstall } from './plugin-installs.model.ts';
import type { PluginPackageRow } from './packages/plugin-packages.model.ts';
import type { NodeUses, WakeWaiting } from './use-in-flows.ts';
import type { InstallChange, InstallWriter } from './write-install.ts';

export type InstallerDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly door: PackageDoor;
  readonly installs: InstallWriter;
  readonly uses: NodeUses;
  readonly wakeWaiting: WakeWaiting;
  /** Deletes what the plugin kept at that agency. */
  readonly forget: (agencyId: Id, pluginId: string) => Promise<void>;
  /** Why a package may not be used any more, or null. */
  readonly refusalOf: (row: PluginPackageRow) => Promise<string | null>;
};
export type Installer = ReturnType<typeof createInstaller>;

/** Packages come in, people agree to what they ask, and they are in use; never half. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createInstaller(deps: InstallerDeps) {
  const { door, installs } = deps;

  /**
   * Takes a package for an agency. A first one, and one that asks for more, waits for consent; any
   * other is in use at once. Throws the refusals of verifying and judging; then nothing changed.
   */
  async function offer(agencyId: Id, bytes: Uint8Array, by: string): Promise<PluginInstall> {
    const offered = await door.look(bytes, by);
    const { pluginId } = offered.row;
    const before =
      (await installs.read(agencyId, pluginId)) ?? (await installs.begin(agencyId, pluginId, by));
    const judged = await door.judge(offered, before);
    if (judged.kind === 'same' && !judged.needsConsent) return before;
    const change = judged.needsConsent
      ? waiting(before, offered, by)
      : await inUse(before, offered.row, { by, what: 'updated' });
    return write(before, change, offered);
  }

  /** Puts the waiting version to use. Throws `ConsentOutdatedError` unless exactly this was shown. */
  async function consent(agencyId: Id, pluginId: string, said: { hash: string; by: string }) {
    const before = await present(agencyId, pluginId);
    const row = before.pendingVersion && (await door.find(pluginId, before.pendingVersion));
    if (!row) throw new ConsentOutdatedError(pluginId);
    if (hashOf(row) !== said.hash) throw new ConsentOutdatedError(pluginId);
    const refusal = await deps.refusalOf(row);
    if (refusal !== null)
      throw new PackageRevokedError(`Plugin ${pluginId} ${row.version}`, refusal);
    // Whatever an uninstall that was interrupted left behind is not for the one that comes now.
    if (before.version === null) await deps.forget(agencyId, pluginId);
    return write(before, await inUse(before, row, { by: said.by, what: 'consented' }));
  }

  /** What waits is not wanted; what is in use stays. */
  async function decline(agencyId: Id, pluginId: string, by: string): Promise<PluginInstall> {
    const before = await present(agencyId, pluginId);
    const version = before.pendingVersion;
    if (!version) throw new ConsentOutdatedError(pluginId);
    const state = before.version === null ? 'uninstalled' : before.state;
    const line = { what: 'declined', version, sha256: null, by, note: null } as const;
    return write(before, { set: { state, pendingVersion: null }, line });
  }

  /** Throws `PluginNotInstalledError`. */
  async function present(agencyId: Id, pluginId: string): Promise<PluginInstall> {
    const row = await installs.read(agencyId, pluginId);
    if (!row || row.state === 'uninstalled') throw new PluginNotInstalledError(pluginId);
    return row;
  }

  async function write(before: PluginInstall, change: InstallChange, offered?: Offer) {
    const row = await deps.store.transaction(async (session) => {
      if (offered) await door.store(offered, session);
      return installs.write(before, { ...change, session });
    });
    installs.seen(row);
    const goesOn = before.state === 'suspended' && row.state === 'active';
    if (goesOn) await deps.wakeWaiting({ agencyId: row.agencyId, gate: 'plugin-stopped' });
    return row;
  }

  function waiting(before: PluginInstall, { row }: Offer, by: string): InstallChange {
    const state = before.version === null ? ('awaiting-consent' as const) : before.state;
    const { version, sha256 } = row;
    return {
      set: { state, pendingVersion: version },
      line: { what: 'offered', version, sha256, by, note: null },
    };
  }

  /** The version for new work from now on; older ones stay while something stands in their nodes. */
  async function inUse(
    before: PluginInstall,
    row: Pick<PluginPackageRow, 'pluginId' | 'version' | 'sha256' | 'manifest'>,
    { by, what }: { readonly by: string; readonly what: 'updated' | 'consented' },
  ): Promise<InstallChange> {
    const { version, sha256 } = row;
    const at = deps.clock.now();
    const manifest = manifestOf(row);
    return {
      set: {
        // A plugin that failed is let go on by a person; a version that is not revoked any more is not.
        ...(isStoppedByFailure(before) ? {} : RUNNING),
        version,
        pendingVersion: null,
        granted: allAsksOf(manifest),
        kept: await keptBeside(before, manifest),
        by,
        at,
      },
      line: { what, version, sha256, by, note: null },
    };
  }

  async function keptBeside(before: PluginInstall, current: PluginManifest): Promise<string[]> {
    const versions = [before.version, ...before.kept].filter((one) => one !== null);
    const rows = await Promise.all(versions.map((one) => door.find(before.pluginId, one)));
    const older = rows
      .flatMap((row) => (row ? [manifestOf(row).plugin] : []))
      .filter((plugin) => plugin.version !== current.plugin.version);
    if (older.length === 0) return [];
    const uses = await deps.uses.of(before.agencyId, before.pluginId);
    return keptVersions(uses, current.plugin, older);
  }

  return {
    offer,
    consent,
    decline,
    present,
    write,
    /** Lets older versions go that nothing stands in any more. Returns whether something changed. */
    async tidy(before: PluginInstall): Promise<boolean> {
      const row = before.version && (await door.find(before.pluginId, before.version));
      if (!row) return false;
      const kept = await keptBeside(before, manifestOf(row));
      if (kept.length === before.kept.length) return false;
      const note = before.kept.filter((one) => !kept.includes(one)).join(', ');
      const by = 'system';
      const line = { what: 'tidied', version: row.version, sha256: null, by, note } as const;
      await write(before, { set: { kept }, line });
      return true;
    },
  };
}

const RUNNING = {
  state: 'active' as const,
  failures: [],
  stoppedBecause: null,
  stoppedText: null,
};

const isStoppedByFailure = ({ state, stoppedBecause }: PluginInstall) =>
  state === 'suspended' && stoppedBecause === 'failures';

export const manifestOf = (row: Pick<PluginPackageRow, 'manifest'>): PluginManifest =>
  JSON.parse(row.manifest) as PluginManifest;

export const hashOf = (row: PluginPackageRow): string =>
  asksHash({ ...row, asks: allAsksOf(manifestOf(row)) });
