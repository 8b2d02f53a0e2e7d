import { isLocale } from '@inning/sdk';
import { UsageError } from '../cli.errors.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { readDebtorFile } from '../debtor/debtor-file.ts';
import { findDebtor } from '../debtor/find-debtor.ts';
import { sayDebtor } from '../debtor/say-debtor.ts';
import { withApp } from '../open-app.ts';

export const debtorCommand = defineCommand({
  name: 'debtor',
  usage: ['debtor show NUMBER [--administration NUMBER|ID] [--language nl|en|de|fr] [--json]'],
  about: 'Shows the file of a debtor: what is open, what was paid, and what flows did and why.',
  options: {
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
  words: { min: 2, max: 2 },
  async run({ options, words: [verb, number] }, io) {
    if (verb !== 'show' || number === undefined) {
      throw new UsageError('Say `inning debtor show NUMBER`.');
    }
    const language = options.language ?? 'en';
    if (!isLocale(language)) throw new UsageError('The languages are nl, en, de and fr.');

    return withApp<ExitCode>(io, async (app) => {
      const debtor = await findDebtor(app, number, options.administration);
      const file = await readDebtorFile(app, debtor, language);
      if (options.json) io.out(JSON.stringify(file));
      else for (const line of sayDebtor(file, language)) io.out(line);
      return 0;
    });
  },
});
