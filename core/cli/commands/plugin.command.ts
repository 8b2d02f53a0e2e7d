import { UsageError } from '../cli.errors.ts';
import { defineCommand } from '../command.ts';
import { helpOf } from '../frame/help.ts';
import { nearestWord } from '../frame/nearest-word.ts';
import { parseWords } from '../frame/parse-words.ts';
import type { Subcommand } from '../plugin/subcommand.ts';
import { SUBCOMMANDS } from '../plugin/subcommands.ts';

export const pluginCommand = defineCommand({
  name: 'plugin',
  usage: ['plugin SUBCOMMAND [options]', 'plugin SUBCOMMAND --help'],
  about: '',
  options: {},
  takesAnything: true,
  async helpFor([verb]) {
    return verb !== undefined && !verb.startsWith('-') ? helpOf(await find(verb)) : overview();
  },
  async run({ words: [verb, ...rest] }, io) {
    if (verb === undefined) {
      io.err(await overview());
      return 2;
    }
    const subcommand = await find(verb);
    return subcommand.run(parseWords(subcommand, rest) as never, io);
  },
});

async function find(verb: string): Promise<Subcommand> {
  const load = Object.hasOwn(SUBCOMMANDS, verb) ? SUBCOMMANDS[verb] : undefined;
  if (load) return load();
  const near = nearestWord(verb, Object.keys(SUBCOMMANDS));
  const hint = near
    ? ` Did you mean \`inning plugin ${near}\`?`
    : ' `inning plugin --help` lists them.';
  throw new UsageError(`\`inning plugin\` cannot "${verb}".${hint}`);
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(SUBCOMMANDS).map((load) => load()));
  const width = Math.max(...Object.keys(SUBCOMMANDS).map((verb) => verb.length)) + 2;
  const lines = Object.keys(SUBCOMMANDS).map(
    (verb, index) => `  ${verb.padEnd(width)}${all[index]?.summary ?? ''}`,
  );
  return [
    'Usage: inning plugin SUBCOMMAND [options]',
    '',
    ...lines,
    '',
    '`inning plugin SUBCOMMAND --help` tells more about one of them.',
  ].join('\n');
}
