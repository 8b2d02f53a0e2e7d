import type { CliCommand } from '@inning/sdk';
import { loadConfig } from '../../config/index.ts';
import { loadPlugins } from '../../host/index.ts';
import { PROJECT_DIR } from '../../project-dir.ts';
import type { Command, CommandIo, ExitCode, ListedCommand } from '../command.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Commands that plugins bring. When the plugins cannot be read there are none, and it says why. */
export async function commandsOfPlugins(io: CommandIo): Promise<ListedCommand[]> {
  try {
    const config = loadConfig(io.env);
    const { commands } = await loadPlugins({
      projectDir: PROJECT_DIR,
      switchedOn: config.plugins,
      dataDir: config.dataDir,
      log: SILENT,
    });
    return commands.map(({ command }) => listed(command));
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return [];
  }
}

const listed = (command: CliCommand): ListedCommand => ({
  name: command.name,
  summary: command.summary,
  load: async () => adapted(command),
});

/** The plugin reads its own words; the frame only gives help and the exit code. */
function adapted(command: CliCommand): Command {
  return {
    name: command.name,
    usage: [command.usage],
    about: command.summary,
    options: {},
    takesAnything: true,
    run: async (input, io) => exitCode(await command.run(input.words, io.out, io.err)),
  };
}

const exitCode = (code: number): ExitCode => (code === 0 || code === 2 || code === 3 ? code : 1);
