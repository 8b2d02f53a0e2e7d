import { PluginSettingsInvalidError } from '../host.errors.ts';
import { CREDENTIALS, mergeSettings } from './merge-settings.ts';
import { MASK } from './plugin-secrets.ts';
import type { LoadedPlugin } from '../registries.ts';
import { mapSecrets } from './secret-fields.ts';
import { isMissing, type Settings } from './settings-schema.ts';

/** What somebody wants at one level; it replaces what that level said before. */
export type PluginChange = {
  /** Null follows the level above. */
  readonly enabled: boolean | null;
  /** Only what this level says itself; null for a field follows the level above. */
  readonly settings: Settings;
  readonly by: string;
};

export type Level = { readonly enabled: boolean | null; readonly settings: Settings };

/**
 * The new contents of a level. A plugin can be prepared while it is not switched on here; switching
 * it on needs everything. Throws PluginSettingsInvalidError naming the field.
 */
export function applyChange(
  { definition, schema }: LoadedPlugin,
  change: PluginChange,
  present: { readonly own: Settings; readonly inherited: Settings },
): Level {
  const given = withoutNull(change.settings);
  const settings = keepMasked(definition.settings, given, present.own);

  const stranger = Object.keys(settings).find((name) => !(name in definition.settings.properties));
  if (stranger !== undefined) {
    throw new PluginSettingsInvalidError(definition.id, stranger, 'does not exist');
  }
  const problems = schema.problems(mergeSettings([present.inherited, settings]));
  const worst = problems.find((problem) => change.enabled === true || !isMissing(problem));
  if (worst) throw new PluginSettingsInvalidError(definition.id, worst.field, worst.problem);
  return { enabled: change.enabled, settings };
}

/** Null follows the level above; so does a credential that is null or of which nothing is entered. */
function withoutNull(settings: Settings): Settings {
  const given = Object.entries(settings).filter(([, value]) => value !== null);
  const whole = Object.fromEntries(given);
  const group = whole[CREDENTIALS];
  if (typeof group !== 'object' || group === null || Array.isArray(group)) return whole;
  const entered = Object.entries(group).filter(([, its]) => its !== null && !isEmpty(its));
  const { [CREDENTIALS]: _, ...rest } = whole;
  return entered.length === 0 ? rest : { ...rest, [CREDENTIALS]: Object.fromEntries(entered) };
}

const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** A secret that came back masked keeps its value; masked without a value is not given at all. */
function keepMasked(
  schema: LoadedPlugin['definition']['settings'],
  given: Settings,
  own: Settings,
): Settings {
  const stored = new Map<string, string>();
  mapSecrets(schema, own, (secret, path) => void stored.set(path, secret));
  const kept = mapSecrets(schema, given, (secret, path) =>
    secret === MASK ? stored.get(path) : secret,
  );
  return withoutUndefined(kept) as Settings;
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutUndefined(inner)]));
}
