import type { MessageTexts } from '@inning/sdk';

/** Why something stands in the ledger. */
export const ledgerTexts: MessageTexts = {
  'ledger.principal': {
    nl: 'Factuur {number}',
    en: 'Invoice {number}',
    de: 'Rechnung {number}',
    fr: 'Facture {number}',
  },
  'ledger.amount-changed': {
    nl: 'Het bedrag van factuur {number} is in de boekhouding gewijzigd van {oldCents} naar {newCents}',
    en: 'The amount of invoice {number} changed in the bookkeeping from {oldCents} to {newCents}',
    de: 'Der Betrag der Rechnung {number} wurde in der Buchhaltung von {oldCents} auf {newCents} geändert',
    fr: 'Le montant de la facture {number} est passé de {oldCents} à {newCents} dans la comptabilité',
  },
  'ledger.bookkeeping-says': {
    nl: 'Volgens de boekhouding staat er nog {openCents} open',
    en: 'The bookkeeping says that {openCents} is still open',
    de: 'Laut Buchhaltung sind noch {openCents} offen',
    fr: 'Selon la comptabilité, il reste {openCents} à payer',
  },
  'ledger.credit-note': {
    nl: 'Creditnota {number}',
    en: 'Credit note {number}',
    de: 'Gutschrift {number}',
    fr: 'Note de crédit {number}',
  },
  'ledger.payment': {
    nl: 'Betaling ontvangen op {receivedOn}',
    en: 'Payment received on {receivedOn}',
    de: 'Zahlung erhalten am {receivedOn}',
    fr: 'Paiement reçu le {receivedOn}',
  },
  'ledger.payment-reversed': {
    nl: 'Betaling teruggedraaid: {reason}',
    en: 'Payment reversed: {reason}',
    de: 'Zahlung rückgängig gemacht: {reason}',
    fr: 'Paiement annulé : {reason}',
  },
  'ledger.written-off': {
    nl: 'Afgeboekt: {reason}',
    en: 'Written off: {reason}',
    de: 'Ausgebucht: {reason}',
    fr: 'Passé en perte : {reason}',
  },
  'ledger.costs': {
    nl: 'Incassokosten over {baseCents} ({article})',
    en: 'Collection costs over {baseCents} ({article})',
    de: 'Inkassokosten auf {baseCents} ({article})',
    fr: 'Frais de recouvrement sur {baseCents} ({article})',
  },
  'ledger.interest': {
    nl: 'Rente op factuur {number}, geteld tot {untilOn}',
    en: 'Interest on invoice {number}, counted to {untilOn}',
    de: 'Zinsen auf Rechnung {number}, gezählt bis {untilOn}',
    fr: 'Intérêts sur la facture {number}, comptés jusqu’au {untilOn}',
  },
  'ledger.waived-costs': {
    nl: 'Incassokosten kwijtgescholden: {reason}',
    en: 'Collection costs waived: {reason}',
    de: 'Inkassokosten erlassen: {reason}',
    fr: 'Frais de recouvrement remis : {reason}',
  },
  'ledger.waived-interest': {
    nl: 'Rente kwijtgescholden: {reason}',
    en: 'Interest waived: {reason}',
    de: 'Zinsen erlassen: {reason}',
    fr: 'Intérêts remis : {reason}',
  },
  'ledger.costs-taken-back': {
    nl: 'Incassokosten teruggenomen: {reason}',
    en: 'Collection costs taken back: {reason}',
    de: 'Inkassokosten zurückgenommen: {reason}',
    fr: 'Frais de recouvrement retirés : {reason}',
  },
  'ledger.let-go': {
    nl: 'Vervallen omdat de hoofdsom is betaald, zoals met de opdrachtgever afgesproken',
    en: 'Let go since the principal is paid, as agreed with the creditor',
    de: 'Entfallen, da die Hauptforderung bezahlt ist, wie mit dem Auftraggeber vereinbart',
    fr: 'Abandonné car le principal est payé, comme convenu avec le créancier',
  },
};
