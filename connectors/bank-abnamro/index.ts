import { definePlugin } from '@inning/sdk';
import { connectionCertificate } from '@inning/sdk/bank';
import { createAbnAmroFeed } from './abnamro-feed.port.ts';
import {
  ABNAMRO_API_HOSTS,
  ABNAMRO_HOSTS,
  ABNAMRO_SIGN_IN,
  AbnAmroSettings,
} from './abnamro-settings.ts';

/** Reads accounts at ABN AMRO through its interface for licensed parties (PSD2). */
export const bankAbnamroPlugin = definePlugin({
  id: 'bank-abnamro',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Bankkoppeling ABN AMRO',
    en: 'Bank connection ABN AMRO',
    de: 'Bankverbindung ABN AMRO',
    fr: 'Connexion bancaire ABN AMRO',
  },
  description: {
    nl: 'Leest rekeningen bij ABN AMRO, met toestemming van de houder (PSD2).',
    en: 'Reads accounts at ABN AMRO, with consent of the holder (PSD2).',
    de: 'Liest Konten bei ABN AMRO, mit Zustimmung des Inhabers (PSD2).',
    fr: 'Lit les comptes chez ABN AMRO, avec l’accord du titulaire (DSP2).',
  },
  settings: AbnAmroSettings,
  permissions: { hosts: ABNAMRO_HOSTS },
  credentials: {
    certificate: connectionCertificate(ABNAMRO_HOSTS),
    'api-key': {
      kind: 'api-key',
      title: {
        nl: 'API-sleutel uit het ontwikkelaarsportaal',
        en: 'API key of the developer portal',
        de: 'API-Schlüssel des Entwicklerportals',
        fr: 'Clé API du portail des développeurs',
      },
      isOptional: true,
      header: 'api-key',
      hosts: ABNAMRO_API_HOSTS,
    },
    account: {
      kind: 'oauth2',
      title: {
        nl: 'Aanmelden bij ABN AMRO',
        en: 'Signing in at ABN AMRO',
        de: 'Anmeldung bei ABN AMRO',
        fr: 'Connexion chez ABN AMRO',
      },
      isOptional: true,
      hosts: ABNAMRO_HOSTS,
      ...ABNAMRO_SIGN_IN,
      mayLiveElsewhere: true,
      scopes: [
        'psd2:account:balance:read',
        'psd2:account:transaction:read',
        'psd2:account:details:read',
      ],
      certificate: 'certificate',
    },
  },
  setup(host) {
    host.ports.provide('bank-feed', (settings, _scope, tools) =>
      createAbnAmroFeed(tools, settings),
    );
  },
});
