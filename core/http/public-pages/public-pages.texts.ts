import type { Localized } from '@inning/sdk';

/** What debtors read: short, calm, no threats. */
export const PAGE_TEXTS = {
  payTitle: {
    nl: 'Betalen aan {creditor}',
    en: 'Pay {creditor}',
    de: 'An {creditor} zahlen',
    fr: 'Payer {creditor}',
  },
  respondTitle: {
    nl: 'Reageren aan {creditor}',
    en: 'Respond to {creditor}',
    de: '{creditor} antworten',
    fr: 'Répondre à {creditor}',
  },
  open: {
    nl: 'Openstaand vandaag',
    en: 'Open today',
    de: 'Heute offen',
    fr: 'Ouvert aujourd’hui',
  },
  nothingOpen: {
    nl: 'Er staat niets meer open. U hoeft niets te doen.',
    en: 'Nothing is open any more. You do not need to do anything.',
    de: 'Es ist nichts mehr offen. Sie müssen nichts tun.',
    fr: 'Plus rien n’est ouvert. Vous n’avez rien à faire.',
  },
  payHow: {
    nl: 'Maak het bedrag over met deze gegevens:',
    en: 'Transfer the amount with these details:',
    de: 'Überweisen Sie den Betrag mit diesen Angaben:',
    fr: 'Virez le montant avec ces données :',
  },
  amount: { nl: 'Bedrag', en: 'Amount', de: 'Betrag', fr: 'Montant' },
  iban: { nl: 'IBAN', en: 'IBAN', de: 'IBAN', fr: 'IBAN' },
  accountName: {
    nl: 'Op naam van',
    en: 'In the name of',
    de: 'Kontoinhaber',
    fr: 'Au nom de',
  },
  reference: {
    nl: 'Omschrijving',
    en: 'Payment reference',
    de: 'Verwendungszweck',
    fr: 'Communication',
  },
  noAccount: {
    nl: 'De betaalgegevens staan op de factuur.',
    en: 'The details to pay to are on the invoice.',
    de: 'Die Bankverbindung steht auf der Rechnung.',
    fr: 'Les coordonnées bancaires figurent sur la facture.',
  },
  paySoon: {
    nl: 'Binnenkort kunt u hier direct online betalen, bijvoorbeeld met iDEAL.',
    en: 'Soon you can pay online here straight away.',
    de: 'Bald können Sie hier direkt online bezahlen.',
    fr: 'Bientôt, vous pourrez payer ici directement en ligne.',
  },
  respondSoon: {
    nl: 'Binnenkort kunt u hier reageren: een vraag stellen, zeggen dat iets niet klopt, of om een regeling vragen.',
    en: 'Soon you can respond here: ask a question, say that something is wrong, or ask for a payment plan.',
    de: 'Bald können Sie hier antworten: eine Frage stellen, einen Fehler melden oder um Ratenzahlung bitten.',
    fr: 'Bientôt, vous pourrez répondre ici : poser une question, signaler une erreur ou demander un échelonnement.',
  },
  respondNow: {
    nl: 'Beantwoord tot die tijd gewoon de e-mail of brief die u kreeg.',
    en: 'Until then, simply answer the e-mail or letter that you received.',
    de: 'Bis dahin antworten Sie einfach auf die E-Mail oder den Brief, den Sie erhalten haben.',
    fr: 'D’ici là, répondez simplement à l’e-mail ou à la lettre que vous avez reçus.',
  },
  paidAlready: {
    nl: 'Net betaald? Dan kan het een paar dagen duren voor dat hier zichtbaar is.',
    en: 'Just paid? It can take a few days before that shows here.',
    de: 'Gerade bezahlt? Es kann einige Tage dauern, bis das hier sichtbar ist.',
    fr: 'Vous venez de payer ? Cela peut prendre quelques jours avant d’apparaître ici.',
  },
  toPay: { nl: 'Naar betalen', en: 'To paying', de: 'Zur Zahlung', fr: 'Vers le paiement' },
  toRespond: {
    nl: 'Ik wil reageren',
    en: 'I want to respond',
    de: 'Ich möchte antworten',
    fr: 'Je veux répondre',
  },
  goneTitle: {
    nl: 'Deze link werkt niet',
    en: 'This link does not work',
    de: 'Dieser Link funktioniert nicht',
    fr: 'Ce lien ne fonctionne pas',
  },
  gone: {
    nl: 'Open de link nog eens vanuit de e-mail of brief, of neem contact op met de afzender.',
    en: 'Open the link once more from the e-mail or letter, or contact the sender.',
    de: 'Öffnen Sie den Link noch einmal aus der E-Mail oder dem Brief, oder wenden Sie sich an den Absender.',
    fr: 'Ouvrez à nouveau le lien depuis l’e-mail ou la lettre, ou contactez l’expéditeur.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
