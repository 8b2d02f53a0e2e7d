import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Value } from 'typebox/value';
import { ConfigInvalidError } from './config.errors.ts';
import { findSettingProblems } from './find-setting-problems.ts';
import { type SettingName, type Settings, SettingsSchema } from './settings-schema.ts';
import { readSettings } from './read-settings.ts';

/** What the process runs with. Made once at start and handed on; nobody else reads the environment. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Null: an embedded MongoDB with its data in `dataDir`. */
  readonly mongodbUri: string | null;
  readonly dataDir: string;
  /** Ids of the plugins and connectors that are on; null: all that are there. */
  readonly plugins: readonly string[] | null;
  readonly logLevel: Settings['INNING_LOG_LEVEL'];
  /** By whose law the calculator answers; null or left out: the first there is. */
  readonly country?: string | null;
  /** Null: the one that `keepSecret` keeps in `dataDir`. */
  readonly secret: string | null;
  /** Without a slash at the end; null: the address that the server listens on. */
  readonly publicUrl: string | null;
};

const PROJECT_DIR = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads the settings from the environment; `overrides` win, and empty ones count as absent.
 * Throws one ConfigInvalidError that names everything that is wrong.
 */
export function loadConfig(
  env: NodeJS.ProcessEnv,
  overrides: Partial<Record<SettingName, string>> = {},
): Config {
  const given = readSettings({ ...env, ...overrides });
  const problems = findSettingProblems(given);
  if (problems.length > 0) throw new ConfigInvalidError(problems);
  return toConfig(Value.Default(SettingsSchema, given) as Settings);
}

function toConfig(settings: Settings): Config {
  const plugins = settings.INNING_PLUGINS ? Object.freeze(settings.INNING_PLUGINS) : null;
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    mongodbUri: settings.MONGODB_URI ?? null,
    dataDir: resolve(PROJECT_DIR, settings.INNING_DATA_DIR),
    plugins,
    logLevel: settings.INNING_LOG_LEVEL,
    country: settings.INNING_COUNTRY ?? null,
    secret: settings.INNING_SECRET ?? null,
    publicUrl: settings.INNING_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
  });
}
