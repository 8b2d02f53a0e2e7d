import { DomainError, isLocale, type Locale, LOCALES } from '@inning/sdk';
import { type OptionSpecs, readOptions } from './read-options.ts';
import { OptionRefusal, type Values, valuesOf } from './read-values.ts';

/** The answer of a command: as data for `--json`, and as lines for a person. */
export type Told = { readonly json: object; readonly lines: readonly string[] };

/** The options that every command here has. */
export const COMMON_OPTIONS = {
  language: { value: LOCALES.join('|'), help: 'language of the sentences; en when left out' },
  json: { help: 'the answer as JSON' },
} as const satisfies OptionSpecs;

type Frame = {
  readonly args: readonly string[];
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly specs: OptionSpecs;
  readonly answer: (values: Values, locale: Locale) => Told;
};

/** Runs it: 0 with the answer, 2 with a plain sentence on `err` when it was used wrongly. */
export function runCommand({ args, out, err, specs, answer }: Frame): number {
  const read = readOptions(args, specs);
  if ('refusal' in read) return refuse(err, read.refusal);
  try {
    const values = valuesOf(read.given);
    const language = values.choice('language', LOCALES);
    const told = answer(values, isLocale(language) ? language : 'en');
    if (values.has('json')) out(JSON.stringify(told.json));
    else told.lines.forEach(out);
    return 0;
  } catch (error) {
    if (error instanceof OptionRefusal) return refuse(err, error.sentence);
    // What the law has no answer to was asked wrongly too: a day before the tables, for instance.
    if (error instanceof DomainError) return refuse(err, error.message);
    throw error;
  }
}

function refuse(err: (line: string) => void, sentence: string): number {
  err(sentence);
  return 2;
}
