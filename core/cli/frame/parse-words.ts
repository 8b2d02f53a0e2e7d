import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from '../cli.errors.ts';
import type { Command, CommandInput } from '../command.ts';
import { nearestWord } from './nearest-word.ts';

/** Options and words of a command line. Throws UsageError with a plain sentence. */
export function parseWords(command: Command, args: readonly string[]): CommandInput {
  if (command.takesAnything) return { options: {}, words: args };
  const known = Object.entries(command.options).map(([name, { type, multiple }]) => {
    return [name, { type, multiple: multiple ?? false }] as const;
  });
  const { values, positionals } = parse(command, args, Object.fromEntries(known));
  checkCount(command, positionals.length);

  const options: Record<string, unknown> = {};
  for (const [name, { type, multiple }] of Object.entries(command.options)) {
    options[name] = values[name] ?? (type === 'boolean' ? false : multiple ? [] : undefined);
  }
  return { options: options as CommandInput['options'], words: positionals };
}

function parse(
  command: Command,
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(sentenceFor(command, error));
  }
}

function sentenceFor(command: Command, error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const option = /'(?:-\w, )?--?([\w-]+)[^']*'/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearestWord(option, Object.keys(command.options));
    const hint = near ? ` Did you mean --${near}?` : '';
    return `\`inning ${command.name}\` does not know the option --${option}.${hint}`;
  }
  const spec = command.options[option];
  if (spec?.type === 'boolean') return `The option --${option} takes no value.`;
  if (spec) return `The option --${option} needs a value: --${option}=${spec.value ?? 'VALUE'}.`;
  return message;
}

function checkCount(command: Command, count: number): void {
  const { min, max } = command.words ?? { min: 0, max: 0 };
  const usage = command.usage.map((line) => `inning ${line}`).join('\n       ');
  if (count < min) throw new UsageError(`Something is missing. Usage: ${usage}`);
  if (count > max) throw new UsageError(`That is too much. Usage: ${usage}`);
}
