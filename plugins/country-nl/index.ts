import { definePlugin } from '@inning/sdk';
import { costsCommand } from './commands/costs.command.ts';
import { interestCommand } from './commands/interest.command.ts';
import { flagStopTexts } from './contact/flag-stop.ts';
import { lawLintTexts } from './lint/law-lint-texts.ts';
import { netherlands } from './netherlands.ts';
import { PracticeSettingsSchema } from './practice-settings.ts';

/** The Netherlands: calendar, contact hours, collection costs, interest and the fourteen-day letter. */
export const countryNlPlugin = definePlugin({
  id: 'country-nl',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'Nederland', en: 'The Netherlands', de: 'Niederlande', fr: 'Pays-Bas' },
  description: {
    nl: 'Feestdagen, contacttijden, incassokosten, rente en de veertiendagenbrief.',
    en: 'Holidays, contact hours, collection costs, interest and the fourteen-day letter.',
    de: 'Feiertage, Kontaktzeiten, Inkassokosten, Zinsen und der Vierzehn-Tage-Brief.',
    fr: 'Jours fériés, heures de contact, frais de recouvrement, intérêts et lettre de quatorze jours.',
  },
  settings: PracticeSettingsSchema,
  setup(host) {
    host.countries.add(netherlands);
    host.texts.add(lawLintTexts);
    host.texts.add(flagStopTexts);
    host.commands.add(costsCommand);
    host.commands.add(interestCommand);
  },
});
