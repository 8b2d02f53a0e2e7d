import type { PluginDefinition } from '@inning/sdk';
import type { Settings } from './settings-schema.ts';

/** The group of settings that holds what was entered for the credentials of a plugin. */
export const CREDENTIALS = 'credentials';

/** What was entered for each credential, by its name. */
export type EnteredCredentials = Readonly<Record<string, Settings>>;

/**
 * Puts levels on top of each other, the widest first. A field of a narrower level replaces the one
 * above; a credential is replaced as a whole, so that no user gets the password of another.
 */
export function mergeSettings(levels: readonly Settings[]): Settings {
  const merged: Settings = Object.assign({}, ...levels);
  const groups = levels.map(enteredIn).filter((group) => Object.keys(group).length > 0);
  return groups.length === 0 ? merged : { ...merged, [CREDENTIALS]: Object.assign({}, ...groups) };
}

type Declares = Pick<PluginDefinition, 'credentials'>;

/** What the plugin itself may know. */
export function settingsWithoutCredentials(declares: Declares, settings: Settings): Settings {
  if (!hasCredentials(declares)) return settings;
  const { [CREDENTIALS]: _, ...rest } = settings;
  return rest;
}

/** What the host adds to requests. */
export const credentialsIn = (declares: Declares, settings: Settings): EnteredCredentials =>
  hasCredentials(declares) ? enteredIn(settings) : {};

const hasCredentials = ({ credentials = {} }: Declares) => Object.keys(credentials).length > 0;

function enteredIn(settings: Settings): EnteredCredentials {
  const group = settings[CREDENTIALS];
  const isGroup = typeof group === 'object' && group !== null && !Array.isArray(group);
  return isGroup ? (group as EnteredCredentials) : {};
}
