import { definePlugin, Type } from '@inning/sdk';
import { netherlands } from './netherlands.ts';

/** The Netherlands: recognised holidays and the hours in which a debtor may be contacted. */
export const countryNlPlugin = definePlugin({
  id: 'country-nl',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'Nederland', en: 'The Netherlands', de: 'Niederlande', fr: 'Pays-Bas' },
  description: {
    nl: 'Feestdagen en contacttijden in Nederland.',
    en: 'Holidays and contact hours in the Netherlands.',
    de: 'Feiertage und Kontaktzeiten in den Niederlanden.',
    fr: 'Jours fériés et heures de contact aux Pays-Bas.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.countries.add(netherlands);
  },
});
