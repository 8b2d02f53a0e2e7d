import type { MessageTexts } from '@inning/sdk';

/** Why a bank line was matched, or why a person must look. */
export const paymentMatchingTexts: MessageTexts = {
  'payment-matching.reference-exact': {
    nl: 'Betalingskenmerk {reference} en het open bedrag kloppen',
    en: 'Payment reference {reference} and the open amount agree',
    de: 'Zahlungsreferenz {reference} und offener Betrag stimmen überein',
    fr: 'La référence {reference} et le montant ouvert concordent',
  },
  'payment-matching.reference-part': {
    nl: 'Betalingskenmerk {reference}: {amountCents} betaald van {openCents}',
    en: 'Payment reference {reference}: {amountCents} paid of {openCents}',
    de: 'Zahlungsreferenz {reference}: {amountCents} von {openCents} bezahlt',
    fr: 'Référence {reference} : {amountCents} payés sur {openCents}',
  },
  'payment-matching.reference-more': {
    nl: 'Betalingskenmerk {reference}, maar {amountCents} is meer dan er open staat ({openCents})',
    en: 'Payment reference {reference}, but {amountCents} is more than is open ({openCents})',
    de: 'Zahlungsreferenz {reference}, aber {amountCents} ist mehr als offen ({openCents})',
    fr: 'Référence {reference}, mais {amountCents} dépasse le montant ouvert ({openCents})',
  },
  'payment-matching.number-exact': {
    nl: 'Factuurnummer {number} staat in de omschrijving en het bedrag klopt',
    en: 'Invoice number {number} is in the description and the amount agrees',
    de: 'Rechnungsnummer {number} steht im Verwendungszweck und der Betrag stimmt',
    fr: 'Le numéro de facture {number} figure dans le libellé et le montant concorde',
  },
  'payment-matching.number-part': {
    nl: 'Factuurnummer {number} staat in de omschrijving: {amountCents} betaald van {openCents}',
    en: 'Invoice number {number} is in the description: {amountCents} paid of {openCents}',
    de: 'Rechnungsnummer {number} steht im Verwendungszweck: {amountCents} von {openCents} bezahlt',
    fr: 'Numéro de facture {number} dans le libellé : {amountCents} payés sur {openCents}',
  },
  'payment-matching.number-more': {
    nl: 'Factuurnummer {number} staat in de omschrijving, maar {amountCents} is meer dan er open staat ({openCents})',
    en: 'Invoice number {number} is in the description, but {amountCents} is more than is open ({openCents})',
    de: 'Rechnungsnummer {number} steht im Verwendungszweck, aber {amountCents} ist mehr als offen ({openCents})',
    fr: 'Numéro de facture {number} dans le libellé, mais {amountCents} dépasse le montant ouvert ({openCents})',
  },
  'payment-matching.numbers-exact': {
    nl: 'Facturen {numbers} staan in de omschrijving en samen klopt het bedrag',
    en: 'Invoices {numbers} are in the description and together the amount agrees',
    de: 'Rechnungen {numbers} stehen im Verwendungszweck und die Summe stimmt',
    fr: 'Les factures {numbers} figurent dans le libellé et leur somme concorde',
  },
  'payment-matching.numbers-part': {
    nl: 'Facturen {numbers} staan in de omschrijving, maar {amountCents} is minder dan er open staat ({openCents})',
    en: 'Invoices {numbers} are in the description, but {amountCents} is less than is open ({openCents})',
    de: 'Rechnungen {numbers} stehen im Verwendungszweck, aber {amountCents} ist weniger als offen ({openCents})',
    fr: 'Factures {numbers} dans le libellé, mais {amountCents} est inférieur au montant ouvert ({openCents})',
  },
  'payment-matching.numbers-more': {
    nl: 'Facturen {numbers} staan in de omschrijving, maar {amountCents} is meer dan er open staat ({openCents})',
    en: 'Invoices {numbers} are in the description, but {amountCents} is more than is open ({openCents})',
    de: 'Rechnungen {numbers} stehen im Verwendungszweck, aber {amountCents} ist mehr als offen ({openCents})',
    fr: 'Factures {numbers} dans le libellé, mais {amountCents} dépasse le montant ouvert ({openCents})',
  },
  'payment-matching.account': {
    nl: 'De rekening hoort bij deze debiteur en {amountCents} is precies wat er open staat ({numbers})',
    en: 'The account belongs to this debtor and {amountCents} is exactly what is open ({numbers})',
    de: 'Das Konto gehört zu diesem Debitor und {amountCents} ist genau der offene Betrag ({numbers})',
    fr: 'Le compte appartient à ce débiteur et {amountCents} est exactement le montant ouvert ({numbers})',
  },
};
