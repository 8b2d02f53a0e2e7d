import type { PluginScope } from '@inning/sdk';
import {
  credentialsIn,
  type EnteredCredentials,
  mergeSettings,
  settingsWithoutCredentials,
} from './merge-settings.ts';
import type { LoadedPlugin } from '../registries.ts';
import type { StoredLevel } from './plugin-levels.ts';
import type { SchemaProblem, Settings } from './settings-schema.ts';

/** A plugin somewhere in the tree, with the settings that count there. */
export type PluginState = {
  readonly pluginId: string;
  readonly isOn: boolean;
  /** The narrowest level that says so itself; null when it is on because it needs no settings. */
  readonly chosenAt: PluginScope | null;
  readonly chosenOn: Date | null;
  /** The narrowest level with settings of its own: everything under it shares them. */
  readonly settledAt: PluginScope;
  /** As the plugin sees them: without credentials. */
  readonly settings: Settings;
  /** What was entered for its credentials; for the host alone. */
  readonly credentials: EnteredCredentials;
  /** What is still missing or wrong; a plugin with problems is not used. */
  readonly problems: readonly SchemaProblem[];
};

/** What one level says, with its secrets opened. */
export type OpenedLevel = {
  readonly at: PluginScope;
  readonly stored: StoredLevel | null;
  readonly settings: Settings;
  /** Its secrets were stored under another key. */
  readonly isUnreadable: boolean;
};

const UNREADABLE = {
  field: '(secrets)',
  problem: 'were stored with another key; enter them again',
};
const INSTALLATION: PluginScope = { agencyId: null, administrationId: null };

/** Puts the levels together, the widest first; the narrowest that says something wins. */
export function computeState(
  { definition, schema }: LoadedPlugin,
  levels: readonly OpenedLevel[],
): PluginState {
  const merged = mergeSettings(levels.map(({ settings }) => settings));
  const isUnreadable = levels.some((level) => level.isUnreadable);
  const problems = isUnreadable ? [UNREADABLE] : schema.problems(merged);
  const filled = schema.fill(merged);
  const { isWanted, ...chosen } = choiceOf(levels);
  return {
    pluginId: definition.id,
    isOn: problems.length === 0 && isWanted,
    ...chosen,
    settledAt: levels.findLast(hasSettings)?.at ?? INSTALLATION,
    settings: settingsWithoutCredentials(definition, filled),
    credentials: credentialsIn(definition, merged),
    problems,
  };
}

/** Nobody said anything: it is on wherever its settings need nothing. */
const NO_CHOICE = { isWanted: true, chosenAt: null, chosenOn: null };

function choiceOf(levels: readonly OpenedLevel[]) {
  for (const { at, stored } of levels.toReversed()) {
    if (stored === null || stored.enabled === null) continue;
    return { isWanted: stored.enabled, chosenAt: at, chosenOn: stored.updatedAt };
  }
  return NO_CHOICE;
}

const hasSettings = ({ stored }: OpenedLevel) => Object.keys(stored?.settings ?? {}).length > 0;
