import type { PluginScope } from '@inning/sdk';
import { PluginNotFoundError, SettingsUnreadableError } from '../host.errors.ts';
import type { LiveRegistries, LoadedPlugin } from '../registries.ts';
import { applyChange, type Level, type PluginChange } from './apply-change.ts';
import { computeState, type OpenedLevel, type PluginState } from './compute-state.ts';
import { mergeSettings } from './merge-settings.ts';
import { createPluginLevels } from './plugin-levels.ts';
import { levelsAbove, openSecrets } from './plugin-secrets.ts';
import type { PluginSettingsDeps } from './plugin-settings.deps.ts';
import type { Settings } from './settings-schema.ts';
import { writeLevel } from './write-level.ts';

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

/**
 * What is on where, and with which settings: defaults, then installation, agency, administration.
 * A change works at once here and within a second in other processes.
 */
export function createPluginSettings(deps: PluginSettingsDeps): PluginSettings {
  const { live } = deps;
  const levels = createPluginLevels(deps.store);
  const plugin = (pluginId: string, scope: PluginScope) => findPlugin(live, pluginId, scope);
  // Both only ever go up.
  const remember = createMemory(() => levels.revision + live.revision);

  function open({ definition }: LoadedPlugin, at: PluginScope): OpenedLevel {
    const { id: pluginId, settings: schema } = definition;
    const stored = levels.find(pluginId, at);
    try {
      const owner = { pluginId, schema, scope: at };
      const settings = openSecrets(deps.secrets, owner, stored?.settings ?? {});
      return { at, stored, settings, isUnreadable: false };
    } catch (error) {
      // The key of the installation was changed: the plugin is off until they are entered again.
      if (!(error instanceof SettingsUnreadableError)) throw error;
      return { at, stored, settings: {}, isUnreadable: true };
    }
  }

  const state = (pluginId: string, scope: PluginScope): PluginState =>
    remember(`${pluginId}/${scope.agencyId}/${scope.administrationId}`, () => {
      const its = plugin(pluginId, scope);
      const opened = levelsAbove(scope).map((at) => open(its, at));
      const computed = computeState(its, opened);
      const leansOn = its.definition.requires ?? [];
      return { ...computed, isOn: computed.isOn && leansOn.every((id) => state(id, scope).isOn) };
    });

  function inherited(pluginId: string, scope: PluginScope): Settings {
    const above = levelsAbove(scope).slice(0, -1);
    return mergeSettings(above.map((at) => open(plugin(pluginId, scope), at).settings));
  }

  return {
    refresh: async () => void (await Promise.all([levels.refresh(), live.refresh()])),
    state,
    isOn: (pluginId, scope) => state(pluginId, scope).isOn,
    own(pluginId, scope) {
      const { stored, settings } = open(plugin(pluginId, scope), scope);
      return { enabled: stored?.enabled ?? null, settings };
    },
    inherited,
    async change(pluginId, scope, change) {
      await levels.reload();
      const its = plugin(pluginId, scope);
      const own = open(its, scope).settings;
      const present = { own, inherited: inherited(pluginId, scope) };
      const level = applyChange(its, change, present);
      await writeLevel(deps, { pluginId, scope, level, by: change.by });
      await levels.reload();
      return state(pluginId, scope);
    },
  };
}

// oxlint-disable-next-line max-params -- a plugin as somebody sees it
function findPlugin(live: LiveRegistries, pluginId: string, scope: PluginScope): LoadedPlugin {
  const found = live.of(scope.agencyId).plugins.get(pluginId);
  if (!found) throw new PluginNotFoundError(pluginId);
  return found;
}

/** Keeps what was computed until the revision changes. */
function createMemory(revision: () => number) {
  const known = new Map<string, PluginState>();
  let knownAt = -1;
  return (key: string, compute: () => PluginState): PluginState => {
    if (knownAt !== revision()) known.clear();
    knownAt = revision();
    const found = known.get(key) ?? compute();
    known.set(key, found);
    return found;
  };
}
