import type { ExitCode } from '../command.ts';
import { withApp } from '../open-app.ts';
import { findAgency } from './find-agency.ts';
import { defineSubcommand } from './subcommand.ts';

export const uninstallSubcommand = defineSubcommand({
  name: 'plugin uninstall',
  summary: 'take a plugin away from an agency, with what it kept',
  usage: ['plugin uninstall ID [--agency NAME] [--force]'],
  about: [
    'Refused while running flows stand in its steps. With --force those get stuck, and say why.',
    'Its settings, credentials and what it remembered are deleted.',
  ].join('\n'),
  options: {
    agency: { type: 'string', value: 'NAME', help: 'which agency, when there are several' },
    force: { type: 'boolean', help: 'also while running flows stand in its steps' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [id = ''] }, io) {
    return withApp(io, async (app): Promise<ExitCode> => {
      const agency = await findAgency(app, options.agency);
      const how = { isForced: options.force, by: 'a person at the command line of the server' };
      await app.host.installed?.removal.uninstall(agency._id, id, how);
      io.out(`${id} is gone from ${agency.name}`);
      return 0;
    });
  },
});
