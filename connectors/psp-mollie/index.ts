import { definePlugin } from '@inning/sdk';
import { createMolliePayments } from './mollie-payments.port.ts';
import { MollieSettings } from './mollie-settings.ts';

const API_HOST = 'api.mollie.com';

/** Online payments through Mollie. */
export const pspMolliePlugin = definePlugin({
  id: 'psp-mollie',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Betalen via Mollie',
    en: 'Paying through Mollie',
    de: 'Bezahlen über Mollie',
    fr: 'Paiement par Mollie',
  },
  description: {
    nl: 'Laat debiteuren online betalen met iDEAL, kaart en andere methoden van Mollie.',
    en: 'Lets debtors pay online with iDEAL, card and other methods of Mollie.',
    de: 'Lässt Schuldner online bezahlen, mit iDEAL, Karte und anderen Methoden von Mollie.',
    fr: 'Permet aux débiteurs de payer en ligne par iDEAL, carte et autres moyens de Mollie.',
  },
  settings: MollieSettings,
  permissions: { hosts: [API_HOST] },
  credentials: {
    key: {
      kind: 'api-key',
      header: 'authorization',
      prefix: 'Bearer ',
      title: {
        nl: 'API-sleutel van Mollie (live_… of test_…)',
        en: 'API key of Mollie (live_… or test_…)',
        de: 'API-Schlüssel von Mollie (live_… oder test_…)',
        fr: 'Clé API de Mollie (live_… ou test_…)',
      },
      hosts: [API_HOST],
    },
    organisation: {
      kind: 'api-key',
      isOptional: true,
      header: 'authorization',
      prefix: 'Bearer ',
      title: {
        nl: 'Toegangstoken van de organisatie, om uitbetalingen te lezen (access_…)',
        en: 'Access token of the organisation, to read settlements (access_…)',
        de: 'Zugangstoken der Organisation, um Auszahlungen zu lesen (access_…)',
        fr: 'Jeton d’accès de l’organisation, pour lire les versements (access_…)',
      },
      hosts: [API_HOST],
    },
  },
  setup(host) {
    host.ports.provide('payment-provider', (settings, _scope, tools) =>
      createMolliePayments(tools.http, settings),
    );
  },
});
