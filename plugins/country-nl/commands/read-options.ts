/** A command line that was used wrongly; the sentence is for the person who typed it. */
export type Refused = { readonly refusal: string };

/** What a command takes: `value` options say what stands behind them, others are switches. */
export type OptionSpecs = Readonly<
  Record<string, { readonly value?: string; readonly isMany?: boolean; readonly help: string }>
>;

/** The options as given: every value in order, and an empty list of values for a switch. */
export type GivenOptions = ReadonlyMap<string, readonly string[]>;

/** Reads `--name value`, `--name=value` and switches. A value may begin with a hyphen: `-5`. */
export function readOptions(
  args: readonly string[],
  specs: OptionSpecs,
): { readonly given: GivenOptions } | Refused {
  const given = new Map<string, readonly string[]>();
  for (let index = 0; index < args.length;) {
    const read = readOption(args.slice(index, index + 2), specs);
    if ('refusal' in read) return read;
    const { name, value, wordCount } = read;
    const before = given.get(name);
    if (before && !specs[name]?.isMany) return refuse(`The option --${name} is given twice.`);
    given.set(name, [...(before ?? []), ...(value === null ? [] : [value])]);
    index += wordCount;
  }
  return { given };
}

type Read = { readonly name: string; readonly value: string | null; readonly wordCount: number };

/** One option from the first word, with the second as its value where it takes one. */
function readOption([word = '', next]: readonly string[], specs: OptionSpecs): Read | Refused {
  if (!word.startsWith('--')) return refuse(`"${word}" is not understood; options begin with --.`);
  const [name = '', ...rest] = word.slice(2).split('=');
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) return refuse(`There is no option --${name}. There are ${namesOf(specs)}.`);
  const joined = rest.length > 0 ? rest.join('=') : null;
  if (spec.value !== undefined) return withValue({ name, joined, next, example: spec.value });
  if (joined !== null) return refuse(`The option --${name} takes no value.`);
  return { name, value: null, wordCount: 1 };
}

type Found = {
  readonly name: string;
  /** What stands behind the equals sign, or null without one. */
  readonly joined: string | null;
  readonly next: string | undefined;
  readonly example: string;
};

function withValue({ name, joined, next, example }: Found): Read | Refused {
  const value = joined ?? next ?? '';
  if (value === '' || value.startsWith('--')) {
    return refuse(`The option --${name} needs a value: --${name} ${example}.`);
  }
  return { name, value, wordCount: joined === null ? 2 : 1 };
}

/** How a command is used: the line itself, then a line per option. */
export function usageOf(line: string, specs: OptionSpecs): string {
  const names = Object.entries(specs).map(([name, { value, help }]) => [
    `  --${name}${value ? ` ${value}` : ''}`,
    help,
  ]);
  const width = Math.max(...names.map(([name = '']) => name.length)) + 2;
  return [line, '', ...names.map(([name = '', help]) => name.padEnd(width) + help)].join('\n');
}

const refuse = (refusal: string): Refused => ({ refusal });

const namesOf = (specs: OptionSpecs) =>
  Object.keys(specs)
    .map((name) => `--${name}`)
    .join(', ');
