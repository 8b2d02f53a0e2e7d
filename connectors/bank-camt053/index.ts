import { definePlugin, Type } from '@inning/sdk';
import { camtStatements } from './camt-statements.port.ts';

/** Reads bank statements in CAMT.053, the ISO 20022 format that every Dutch bank delivers. */
export const bankCamt053Plugin = definePlugin({
  id: 'bank-camt053',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Bankafschriften CAMT.053',
    en: 'Bank statements CAMT.053',
    de: 'Kontoauszüge CAMT.053',
    fr: 'Relevés bancaires CAMT.053',
  },
  description: {
    nl: 'Leest bankafschriften in CAMT.053 (en CAMT.052 en .054) uit een bestand.',
    en: 'Reads bank statements in CAMT.053 (and CAMT.052 and .054) from a file.',
    de: 'Liest Kontoauszüge im Format CAMT.053 (sowie CAMT.052 und .054) aus einer Datei.',
    fr: 'Lit les relevés bancaires au format CAMT.053 (ainsi que CAMT.052 et .054) depuis un fichier.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.ports.provide('bank-statement', () => camtStatements);
  },
});
