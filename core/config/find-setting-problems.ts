import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { SettingsSchema } from './settings-schema.ts';
import { isSetting } from './read-settings.ts';

const SHOWN_CHARACTERS = 60;

/** What is wrong with one variable, as a sentence. */
export type SettingProblem = { readonly name: string; readonly sentence: string };

/** Everything that is wrong with what was given, one problem per variable. */
export function findSettingProblems(given: Readonly<Record<string, unknown>>): SettingProblem[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!isSetting(name)) return [{ name, sentence: `${name} is not a setting.${guess(name)}` }];
    const schema: DescribedSchema = SettingsSchema.properties[name];
    if (Value.Check(schema, value)) return [];
    const shown = schema.secret ? 'its value is not shown here' : `it is ${show(value)}`;
    return [{ name, sentence: `${name} must be ${schema.description}; ${shown}.` }];
  });
}

type DescribedSchema = TSchema & { readonly description?: string; readonly secret?: boolean };

function show(value: unknown): string {
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return text.length > SHOWN_CHARACTERS
    ? `"${text.slice(0, SHOWN_CHARACTERS)}" and so on`
    : `"${text}"`;
}

/** Helps with a typing error: the setting that is nearest, when it is near at all. */
function guess(name: string): string {
  const names = Object.keys(SettingsSchema.properties).filter((one) => one.startsWith('INNING_'));
  const [nearest] = names
    .map((one) => ({ one, distance: editDistance(name, one) }))
    .sort((a, b) => a.distance - b.distance);
  if (nearest && nearest.distance <= 3) return ` Did you mean ${nearest.one}?`;
  return ` There are ${names.join(', ')}.`;
}

/** The number of letters to add, drop or change to make `from` into `to`. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const change = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
