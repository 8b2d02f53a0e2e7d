import { isCalendarDate, isLocale } from '@inning/sdk';
import { UsageError } from '../cli.errors.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { findDebtor } from '../debtor/find-debtor.ts';
import { sayClaim } from '../debtor/say-claim.ts';
import { commandScope } from '../find-books.ts';
import { withApp } from '../open-app.ts';
import { allTexts } from '../../texts.ts';

export const claimCommand = defineCommand({
  name: 'claim',
  usage: [
    'claim DEBTOR [--on DATE] [--administration NUMBER|ID] [--language nl|en|de|fr] [--json]',
  ],
  about:
    'Shows what a debtor owes on a day: principal, costs, interest and payments, each line with its legal ground and arithmetic.',
  options: {
    on: { type: 'string', value: 'DATE', help: 'a day such as 2026-03-31; today by default' },
    administration: {
      type: 'string',
      value: 'NUMBER|ID',
      help: 'needed when several have that debtor',
    },
    language: {
      type: 'string',
      value: 'nl|en|de|fr',
      help: 'of the sentences; English by default',
    },
    json: { type: 'boolean', help: 'print one JSON object' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [number = ''] }, io) {
    const { on, language = 'en' } = options;
    if (on !== undefined && !isCalendarDate(on)) {
      throw new UsageError(`--on "${on}" is no day; write it as 2026-03-31.`);
    }
    if (!isLocale(language)) throw new UsageError('The languages are nl, en, de and fr.');

    return withApp<ExitCode>(io, async (app) => {
      const debtor = await findDebtor(app, number, options.administration);
      const claim = await app.rooms.claims.specify(commandScope, debtor._id, on);
      if (options.json) io.out(JSON.stringify(claim));
      else for (const line of sayClaim(claim, allTexts(app.registries), language)) io.out(line);
      return 0;
    });
  },
});
