import { definePlugin, Type } from '@inning/sdk';
import { FIELDS } from './columns/fields.ts';
import { createCsvStatements } from './csv-statements.port.ts';

const Header = Type.Optional(Type.String({ maxLength: 100 }));

const BankCsvSettings = Type.Object({
  account: Type.String({
    title: 'Account of files that do not name it',
    maxLength: 40,
    default: '',
  }),
  columns: Type.Object(Object.fromEntries(FIELDS.map((field) => [field, Header])), {
    title: 'Headers of columns that are not recognised',
    additionalProperties: false,
    default: {},
  }),
});

/** Reads bookings from tables: those of the Dutch banks, and others with a mapping of columns. */
export const bankCsvPlugin = definePlugin({
  id: 'bank-csv',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Bankafschriften CSV',
    en: 'Bank statements CSV',
    de: 'Kontoauszüge CSV',
    fr: 'Relevés bancaires CSV',
  },
  description: {
    nl: 'Leest boekingen uit CSV-bestanden van banken; kolommen kunnen worden aangewezen.',
    en: 'Reads bookings from CSV files of banks; columns can be named.',
    de: 'Liest Buchungen aus CSV-Dateien von Banken; Spalten können benannt werden.',
    fr: 'Lit les écritures de fichiers CSV des banques ; les colonnes peuvent être désignées.',
  },
  settings: BankCsvSettings,
  setup(host) {
    host.ports.provide('bank-statement', ({ account, columns }) =>
      createCsvStatements({ account, columns: columns as Readonly<Record<string, string>> }),
    );
  },
});
