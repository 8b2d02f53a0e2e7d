export type ScriptFacts = Readonly<Record<string, string | number | boolean | null>>;
export type ScriptAnswer =
  { readonly outcome: 'yes' | 'no'; readonly output: ScriptFacts } | { readonly wrong: string };

const MOST_FACTS = 20;
const MOST_CHARS = 1_000;

/** What a script returned: `'yes'`, `'no'`, true, false, or `{ outcome, output }` with small facts. */
export function readAnswer(returned: unknown): ScriptAnswer {
  if (typeof returned !== 'object' || returned === null) return withOutput(returned, {});
  const { outcome, output } = returned as { outcome?: unknown; output?: unknown };
  return withOutput(outcome, output ?? {});
}

function withOutput(outcome: unknown, output: unknown): ScriptAnswer {
  const named = outcome === true ? 'yes' : outcome === false ? 'no' : outcome;
  if (named !== 'yes' && named !== 'no')
    return { wrong: `it returns ${say(outcome)}, not yes or no` };
  if (!isFacts(output)) return { wrong: 'its output is no short list of texts and numbers' };
  return { outcome: named, output };
}

function say(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'object' ? 'something else' : JSON.stringify(String(value).slice(0, 40));
}

function isFacts(output: unknown): output is ScriptFacts {
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return false;
  const entries = Object.entries(output);
  return entries.length <= MOST_FACTS && entries.every(([name, value]) => isFact(name, value));
}

function isFact(name: string, value: unknown): boolean {
  if (name.length > 100) return false;
  if (typeof value === 'string') return value.length <= MOST_CHARS;
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}
