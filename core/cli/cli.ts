import { UsageError } from './cli.errors.ts';
import { COMMANDS } from './command-list.ts';
import type { CommandIo, ExitCode, ListedCommand } from './command.ts';
import { explainFailure } from './frame/explain-failure.ts';
import { helpOf, overview } from './frame/help.ts';
import { nearestWord } from './frame/nearest-word.ts';
import { parseWords } from './frame/parse-words.ts';

const HELP = new Set(['help', '--help', '-h']);

/** Runs one command line and returns its exit code; never throws. */
export async function runCli(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    return await run(args, io);
  } catch (error) {
    const { exitCode, message } = explainFailure(error);
    io.err(message);
    return exitCode;
  }
}

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.err(await everything(io));
    return 2;
  }
  if (HELP.has(name)) return help(rest, io);
  if (name.startsWith('-')) throw new UsageError(`\`inning\` itself has no option ${name}.`);
  const command = await (await find(name, io)).load();
  if (rest.some((word) => word === '--help' || word === '-h')) return help(args, io);
  return command.run(parseWords(command, rest) as never, io);
}

async function help([name, ...rest]: readonly string[], io: CommandIo): Promise<ExitCode> {
  const command = name === undefined ? null : await (await find(name, io)).load();
  const narrower = (await command?.helpFor?.(rest)) ?? null;
  io.out(narrower ?? (command ? helpOf(command) : await everything(io)));
  return 0;
}

const everything = async (io: CommandIo) => overview([...COMMANDS, ...(await ofPlugins(io))]);

/** One of ours, or one that a plugin brings. */
async function find(name: string, io: CommandIo): Promise<ListedCommand> {
  const own = COMMANDS.find((command) => command.name === name);
  if (own) return own;
  const brought = await ofPlugins(io);
  const found = brought.find((command) => command.name === name);
  if (found) return found;
  const near = nearestWord(
    name,
    [...COMMANDS, ...brought].map((command) => command.name),
  );
  const hint = near ? ` Did you mean \`inning ${near}\`?` : ' `inning --help` lists them.';
  throw new UsageError(`There is no command "${name}".${hint}`);
}

async function ofPlugins(io: CommandIo): Promise<ListedCommand[]> {
  const { commandsOfPlugins } = await import('./frame/plugin-commands.ts');
  return commandsOfPlugins(io);
}
