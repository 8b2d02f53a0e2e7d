import { withApp } from '../open-app.ts';
import { bringIn } from './bring-in.ts';
import { fetchPackage } from './fetch-package.ts';
import { findAgency } from './find-agency.ts';
import { defineSubcommand, type Subcommand } from './subcommand.ts';

/** Installing and updating are one thing: which of the two it is follows from what is there. */
function bringingIn(verb: 'install' | 'update', summary: string): Subcommand {
  return defineSubcommand({
    name: `plugin ${verb}`,
    summary,
    usage: [`plugin ${verb} FILE|URL [--agency NAME] [--yes]`],
    about: [
      'Shows what the plugin asks for, and puts it to use when you agree. An update that asks for',
      'nothing new is in use at once. Running servers follow within a second. Exit code 1 when it is',
      'refused, or when nobody agreed.',
    ].join('\n'),
    options: {
      agency: { type: 'string', value: 'NAME', help: 'which agency, when there are several' },
      yes: { type: 'boolean', help: 'agree to what it asks without a question' },
    },
    words: { min: 1, max: 1 },
    async run({ options, words: [named = ''] }, io) {
      const bytes = await fetchPackage(named, io.cwd);
      return withApp(io, async (app) => {
        const agency = await findAgency(app, options.agency);
        return bringIn(app, { agency, bytes, isYes: options.yes }, io);
      });
    },
  });
}

export const installSubcommand = bringingIn('install', 'install a package for an agency');
export const updateSubcommand = bringingIn('update', 'another version of an installed plugin');
