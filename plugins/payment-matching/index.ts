import { definePlugin, Type } from '@inning/sdk';
import { NORMAL_CERTAINTY } from './deciding/policy.ts';
import { explanationTexts } from './explaining/explanation.texts.ts';
import { matchCommand } from './match.command.ts';
import { paymentMatcher } from './port/payment-matcher.ts';
import { signalTexts } from './explaining/signal.texts.ts';

const PaymentMatchingSettings = Type.Object({
  certainty: Type.Number({
    title: 'Certainty to book by itself (%)',
    titles: {
      nl: 'Zekerheid om zelf te boeken (%)',
      en: 'Certainty to book by itself (%)',
      de: 'Sicherheit zum selbst Buchen (%)',
      fr: 'Certitude pour comptabiliser seul (%)',
    },
    description: 'How sure it must be before a payment is booked without a person.',
    descriptions: {
      nl: 'Hoe zeker het moet zijn voordat een betaling zonder u wordt geboekt. 90 past bij de meeste administraties. Hoger: minder gaat vanzelf, u krijgt meer voorstellen. Lager: meer gaat vanzelf, met meer kans op een fout. Elke boeking kunt u terugdraaien.',
      en: 'How sure it must be before a payment is booked without you. 90 suits most administrations. Higher: less goes by itself and you get more proposals. Lower: more goes by itself, with more chance of a mistake. Every booking can be undone.',
      de: 'Wie sicher es sein muss, bevor eine Zahlung ohne Sie gebucht wird. 90 passt für die meisten Buchhaltungen. Höher: weniger geht von selbst, Sie bekommen mehr Vorschläge. Niedriger: mehr geht von selbst, mit mehr Risiko. Jede Buchung lässt sich rückgängig machen.',
      fr: 'Le degré de certitude requis pour comptabiliser un paiement sans vous. 90 convient à la plupart. Plus haut : moins se fait seul et vous recevez plus de propositions. Plus bas : plus se fait seul, avec plus de risque d’erreur. Toute écriture peut être annulée.',
    },
    minimum: 50,
    maximum: 99.9,
    default: NORMAL_CERTAINTY * 100,
  }),
});

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
  settings: PaymentMatchingSettings,
  setup(host) {
    host.commands.add(matchCommand);
    host.texts.add(signalTexts);
    host.texts.add(explanationTexts);
    host.ports.provide('payment-match', ({ certainty }) => paymentMatcher(certainty));
  },
});
