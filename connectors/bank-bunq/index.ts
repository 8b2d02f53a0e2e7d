import { definePlugin } from '@inning/sdk';
import { createBunqFeed } from './bunq-feed.port.ts';
import { BUNQ_HOSTS, BunqSettings } from './bunq-settings.ts';

/** Reads accounts at bunq through its own API. */
export const bankBunqPlugin = definePlugin({
  id: 'bank-bunq',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Bankkoppeling bunq',
    en: 'Bank connection bunq',
    de: 'Bankverbindung bunq',
    fr: 'Connexion bancaire bunq',
  },
  description: {
    nl: 'Leest rekeningen bij bunq met een API-sleutel van de houder.',
    en: 'Reads accounts at bunq with an API key of the holder.',
    de: 'Liest Konten bei bunq mit einem API-Schlüssel des Inhabers.',
    fr: 'Lit les comptes chez bunq avec une clé API du titulaire.',
  },
  settings: BunqSettings,
  permissions: { hosts: BUNQ_HOSTS },
  setup(host) {
    host.ports.provide('bank-feed', (settings, _scope, tools) => createBunqFeed(tools, settings));
  },
});
