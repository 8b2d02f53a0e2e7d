import { definePlugin, Type } from '@inning/sdk';
import { ublImporter } from './ubl-importer.ts';

/** Reads invoices and credit notes from UBL 2.x files (Peppol BIS, SI-UBL, XRechnung). */
export const invoicesUblPlugin = definePlugin({
  id: 'invoices-ubl',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Facturen uit UBL',
    en: 'Invoices from UBL',
    de: 'Rechnungen aus UBL',
    fr: 'Factures UBL',
  },
  description: {
    nl: 'Leest facturen en creditnota’s uit UBL- en Peppol-bestanden.',
    en: 'Reads invoices and credit notes from UBL and Peppol files.',
    de: 'Liest Rechnungen und Gutschriften aus UBL- und Peppol-Dateien.',
    fr: 'Lit les factures et notes de crédit des fichiers UBL et Peppol.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.ports.provide('invoice-import', () => ublImporter);
  },
});
