import type { MessageTexts } from '@inning/sdk';

type Four = { readonly nl: string; readonly en: string; readonly de: string; readonly fr: string };

/** What speaks most for a proposal. */
const BASES: Readonly<Record<string, Four>> = {
  number: {
    nl: 'De omschrijving noemt {detail}',
    en: 'The description names {detail}',
    de: 'Der Verwendungszweck nennt {detail}',
    fr: 'Le libellé mentionne {detail}',
  },
  about: {
    nl: 'De omschrijving noemt dossier, klant of regeling {detail}',
    en: 'The description names case, customer or plan {detail}',
    de: 'Der Verwendungszweck nennt Akte, Kunde oder Ratenplan {detail}',
    fr: 'Le libellé mentionne le dossier, le client ou le plan {detail}',
  },
  payer: {
    nl: 'De betaler {detail} hoort bij deze debiteur',
    en: 'The payer {detail} belongs to this debtor',
    de: 'Der Zahler {detail} gehört zu diesem Debitor',
    fr: 'Le payeur {detail} correspond à ce débiteur',
  },
  amount: {
    nl: 'Alleen het bedrag wijst hierheen',
    en: 'Only the amount points here',
    de: 'Nur der Betrag weist hierher',
    fr: 'Seul le montant l’indique',
  },
  settlement: {
    nl: 'Uitbetaling {detail} van de betaaldienst noemt deze facturen',
    en: 'Payout {detail} of the payment service lists these invoices',
    de: 'Auszahlung {detail} des Zahlungsdienstes nennt diese Rechnungen',
    fr: 'Le versement {detail} du prestataire énumère ces factures',
  },
  'direct-debit': {
    nl: 'De bank boekte incasso {detail} terug',
    en: 'The bank took back direct debit {detail}',
    de: 'Die Bank hat die Lastschrift {detail} zurückgebucht',
    fr: 'La banque a annulé le prélèvement {detail}',
  },
};
const CLEAR: Four = {
  nl: ': {amountCents} op {numbers} ({percent} % zeker)',
  en: ': {amountCents} on {numbers} ({percent} % sure)',
  de: ': {amountCents} auf {numbers} ({percent} % sicher)',
  fr: ' : {amountCents} sur {numbers} (sûr à {percent} %)',
};
const DOUBT: Four = {
  nl: '; daartegen spreekt {against}',
  en: '; against it speaks {against}',
  de: '; dagegen spricht {against}',
  fr: ' ; contre cela : {against}',
};

const join = (...texts: readonly Four[]): Four => ({
  nl: texts.map((text) => text.nl).join(''),
  en: texts.map((text) => text.en).join(''),
  de: texts.map((text) => text.de).join(''),
  fr: texts.map((text) => text.fr).join(''),
});

/** A sentence per basis, with and without something that speaks against it. */
export const explanationTexts: MessageTexts = {
  ...Object.fromEntries(
    Object.entries(BASES).flatMap(([basis, text]) => [
      [`payment-matching.why-${basis}-clear`, join(text, CLEAR)],
      [`payment-matching.why-${basis}-doubt`, join(text, CLEAR, DOUBT)],
    ]),
  ),
  'payment-matching.why-nothing': {
    nl: 'Niets wijst naar een openstaande factuur',
    en: 'Nothing points at an open invoice',
    de: 'Nichts weist auf eine offene Rechnung',
    fr: 'Rien n’indique une facture ouverte',
  },
};
