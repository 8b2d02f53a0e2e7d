import { definePlugin, Type } from '@inning/sdk';
import { previewColumns } from './columns/preview-columns.ts';
import { csvImporter } from './csv-importer.ts';

/** Reads invoices and debtors from tables: CSV with semicolons, commas or tabs. */
export const invoicesCsvPlugin = definePlugin({
  id: 'invoices-csv',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Facturen en debiteuren uit CSV',
    en: 'Invoices and debtors from CSV',
    de: 'Rechnungen und Debitoren aus CSV',
    fr: 'Factures et débiteurs CSV',
  },
  description: {
    nl: 'Leest facturen en debiteuren uit CSV-bestanden met Nederlandse of Engelse kolomnamen.',
    en: 'Reads invoices and debtors from CSV files with Dutch or English column names.',
    de: 'Liest Rechnungen und Debitoren aus CSV-Dateien mit niederländischen oder englischen Spaltennamen.',
    fr: 'Lit factures et débiteurs de fichiers CSV aux noms de colonnes néerlandais ou anglais.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.ports.provide('invoice-import', () => ({ ...csvImporter, columns: previewColumns }));
  },
});
