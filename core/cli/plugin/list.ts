import { type InstalledPluginView, installedView } from '../../host/index.ts';
import type { ExitCode } from '../command.ts';
import { withApp } from '../open-app.ts';
import { findAgency } from './find-agency.ts';
import { defineSubcommand } from './subcommand.ts';

export const listSubcommand = defineSubcommand({
  name: 'plugin list',
  summary: 'what an agency installed, and what waits for consent',
  usage: ['plugin list [--agency NAME] [--json]'],
  about: 'A line per plugin: id, version, state and publisher.',
  options: {
    agency: { type: 'string', value: 'NAME', help: 'which agency, when there are several' },
    json: { type: 'boolean', help: 'JSON instead of lines' },
  },
  words: { min: 0, max: 0 },
  async run({ options }, io) {
    return withApp(io, async (app): Promise<ExitCode> => {
      const { installed } = app.host;
      if (!installed) return 1;
      const agency = await findAgency(app, options.agency);
      const rows = await installed.list(agency._id);
      const present = rows.filter(({ state }) => state !== 'uninstalled');
      const items = await Promise.all(present.map((row) => installedView(row, installed.door)));
      if (options.json) io.out(JSON.stringify({ items }));
      else if (items.length === 0) io.err(`${agency.name} installed no plugins.`);
      else for (const line of items.map(say)) io.out(line);
      return 0;
    });
  },
});

function say({ id, version, state, publisher, pending, stoppedText }: InstalledPluginView): string {
  const parts = [
    id.padEnd(24),
    (version ?? '–').padEnd(10),
    state.padEnd(18),
    publisher?.name ?? 'not signed',
    ...(pending ? [`(${pending.version} waits for consent)`] : []),
    ...(stoppedText ? [`(${stoppedText})`] : []),
  ];
  return parts.join(' ');
}
