import { type SettingName, SettingsSchema } from './settings-schema.ts';

/** Variables with our prefix that are not settings of the server. */
const READ_ELSEWHERE = new Set(['INNING_REQUIRE_ALL', 'INNING_SERVER']);

/**
 * Takes what is ours out of an environment and gives it the form that the schema asks: numbers for
 * whole numbers, lists for lists. What does not fit stays text, for the check to refuse by name.
 */
export function readSettings(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(env)) {
    if (text === undefined || text.trim() === '') continue;
    if (isSetting(name)) given[name] = read(name, text.trim());
    else if (name.startsWith('INNING_') && !READ_ELSEWHERE.has(name)) given[name] = text;
  }
  return given;
}

export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SettingsSchema.properties, name);
}

function read(name: SettingName, text: string): unknown {
  const { type } = SettingsSchema.properties[name] as { type?: string };
  if (type === 'integer') return /^\d{1,9}$/.test(text) ? Number(text) : text;
  if (type === 'array') return text.split(',').map((item) => item.trim());
  return text;
}
