import { definePlugin, Type } from '@inning/sdk';
import { explanationTexts } from './deciding/explanation.texts.ts';
import { matchCommand } from './match.command.ts';
import { paymentMatcher } from './payment-matcher.ts';
import { paymentMatchingTexts } from './payment-matching.texts.ts';

/** Finds the invoices that a line of a bank statement pays. */
export const paymentMatchingPlugin = definePlugin({
  id: 'payment-matching',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Betalingen koppelen',
    en: 'Payment matching',
    de: 'Zahlungen zuordnen',
    fr: 'Rapprochement des paiements',
  },
  description: {
    nl: 'Koppelt bankregels aan facturen op betalingskenmerk, factuurnummer of rekening.',
    en: 'Matches bank lines to invoices by payment reference, invoice number or account.',
    de: 'Ordnet Bankzeilen nach Zahlungsreferenz, Rechnungsnummer oder Konto Rechnungen zu.',
    fr: 'Rapproche les lignes bancaires des factures par référence, numéro ou compte.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.commands.add(matchCommand);
    host.texts.add(paymentMatchingTexts);
    host.texts.add(explanationTexts);
    host.ports.provide('payment-match', () => paymentMatcher);
  },
});
