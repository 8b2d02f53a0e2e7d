import { definePlugin, Type } from '@inning/sdk';
import { mt940Statements } from './mt940-statements.port.ts';

/** Reads bank statements in MT940, the SWIFT format in the dialects of the Dutch banks. */
export const bankMt940Plugin = definePlugin({
  id: 'bank-mt940',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Bankafschriften MT940',
    en: 'Bank statements MT940',
    de: 'Kontoauszüge MT940',
    fr: 'Relevés bancaires MT940',
  },
  description: {
    nl: 'Leest bankafschriften in MT940 (en MT942) uit een bestand, in de dialecten van de banken.',
    en: 'Reads bank statements in MT940 (and MT942) from a file, in the dialects of the banks.',
    de: 'Liest Kontoauszüge im Format MT940 (und MT942) aus einer Datei, in den Dialekten der Banken.',
    fr: 'Lit les relevés bancaires au format MT940 (et MT942) depuis un fichier, selon les banques.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.ports.provide('bank-statement', () => mt940Statements);
  },
});
