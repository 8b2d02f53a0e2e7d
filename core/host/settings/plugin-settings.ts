import type { Clock, PluginScope } from '@inning/sdk';
import type { Store } from '../../store/index.ts';
import { applyChange, type Level, type PluginChange } from './apply-change.ts';
import { PluginNotFoundError, SettingsUnreadableError } from '../host.errors.ts';
import { createPluginLevels } from './plugin-levels.ts';
import { levelsAbove, openSecrets } from './plugin-secrets.ts';
import type { LoadedPlugin, Registries } from '../registries.ts';
import type { SecretBox } from './secret-box.ts';
import type { SchemaProblem, Settings } from './settings-schema.ts';
import { writeLevel } from './write-level.ts';

/** A plugin somewhere in the tree, with the settings that count there. */
export type PluginState = {
  readonly pluginId: string;
  readonly isOn: boolean;
  /** The narrowest level that says so itself; null when it is on because it needs no settings. */
  readonly chosenAt: PluginScope | null;
  readonly chosenOn: Date | null;
  /** The narrowest level with settings of its own: everything under it shares them. */
  readonly settledAt: PluginScope;
  readonly settings: Settings;
  /** What is still missing or wrong; a plugin with problems is not used. */
  readonly problems: readonly SchemaProblem[];
};

export type PluginSettings = {
  /** Makes what follows at most half a second old; ask once per request or batch. */
  refresh(): Promise<void>;
  state(pluginId: string, scope: PluginScope): PluginState;
  isOn(pluginId: string, scope: PluginScope): boolean;
  /** Throws PluginNotFoundError or PluginSettingsInvalidError naming the field. */
  change(pluginId: string, scope: PluginScope, change: PluginChange): Promise<PluginState>;
  /** What was chosen at exactly this level, secrets opened. */
  own(pluginId: string, scope: PluginScope): Level;
  /** What the levels above this one say together, secrets opened. */
  inherited(pluginId: string, scope: PluginScope): Settings;
};

export type PluginSettingsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly registries: Registries;
  readonly secrets: SecretBox;
};

const NOTHING: Level = { enabled: null, settings: {} };
const UNREADABLE = {
  field: '(secrets)',
  problem: 'were stored with another key; enter them again',
};

/**
 * What is on where, and with which settings: defaults, then installation, agency, administration.
 * A change works at once here and within a second in other processes.
 */
export function createPluginSettings(deps: PluginSettingsDeps): PluginSettings {
  const levels = createPluginLevels(deps.store);
  const known = new Map<string, PluginState>();
  let knownRevision = -1;

  function plugin(pluginId: string): LoadedPlugin {
    const found = deps.registries.plugins.get(pluginId);
    if (!found) throw new PluginNotFoundError(pluginId);
    return found;
  }

  function own(pluginId: string, scope: PluginScope): Level & { isUnreadable: boolean } {
    const { settings: schema } = plugin(pluginId).definition;
    const { enabled, settings } = levels.find(pluginId, scope) ?? NOTHING;
    try {
      const opened = openSecrets(deps.secrets, { pluginId, schema, scope }, settings);
      return { enabled, settings: opened, isUnreadable: false };
    } catch (error) {
      // The key of the installation was changed: the plugin is off until they are entered again.
      if (!(error instanceof SettingsUnreadableError)) throw error;
      return { enabled, settings: {}, isUnreadable: true };
    }
  }

  const inherited = (pluginId: string, scope: PluginScope): Settings => {
    const above = levelsAbove(scope).slice(0, -1);
    return Object.assign({}, ...above.map((at) => own(pluginId, at).settings));
  };

  function state(pluginId: string, scope: PluginScope): PluginState {
    if (knownRevision !== levels.revision) known.clear();
    knownRevision = levels.revision;
    const key = `${pluginId}/${scope.agencyId}/${scope.administrationId}`;
    const found = known.get(key) ?? compute(pluginId, scope);
    known.set(key, found);
    return found;
  }

  function compute(pluginId: string, scope: PluginScope): PluginState {
    const { schema, definition } = plugin(pluginId);
    const path = levelsAbove(scope).map((at) => ({ at, stored: levels.find(pluginId, at) }));
    const all = path.map(({ at }) => own(pluginId, at));
    const merged = Object.assign({}, ...all.map((level) => level.settings));
    const problems = all.some((level) => level.isUnreadable)
      ? [UNREADABLE]
      : schema.problems(merged);

    const chosen = path.findLast(({ stored }) => (stored?.enabled ?? null) !== null);
    const settled = path.findLast(({ stored }) => Object.keys(stored?.settings ?? {}).length > 0);
    const wants = chosen?.stored?.enabled ?? true;
    const leansOn = definition.requires ?? [];
    return {
      pluginId,
      isOn: wants && problems.length === 0 && leansOn.every((id) => state(id, scope).isOn),
      chosenAt: chosen?.at ?? null,
      chosenOn: chosen?.stored?.updatedAt ?? null,
      settledAt: settled?.at ?? { agencyId: null, administrationId: null },
      settings: schema.fill(merged),
      problems,
    };
  }

  return {
    refresh: levels.refresh,
    state,
    isOn: (pluginId, scope) => state(pluginId, scope).isOn,
    own,
    inherited,
    async change(pluginId, scope, change) {
      await levels.reload();
      const level = applyChange(plugin(pluginId), change, {
        own: own(pluginId, scope).settings,
        inherited: inherited(pluginId, scope),
      });
      await writeLevel(deps, { pluginId, scope, level, by: change.by });
      await levels.reload();
      return state(pluginId, scope);
    },
  };
}
