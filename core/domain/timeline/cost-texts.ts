import type { MessageTexts } from '@inning/sdk';

/** What happened to costs and interest. */
export const costTexts: MessageTexts = {
  'timeline.ledger.costs': {
    nl: 'Incassokosten opeisbaar geboekt: {amountCents} over {baseCents} ({article})',
    en: 'Collection costs booked as claimable: {amountCents} over {baseCents} ({article})',
    de: 'Inkassokosten fällig gebucht: {amountCents} auf {baseCents} ({article})',
    fr: 'Frais de recouvrement exigibles : {amountCents} sur {baseCents} ({article})',
  },
  'timeline.ledger.interest': {
    nl: 'Rente geboekt op factuur {number}: {amountCents}, geteld tot {untilOn}',
    en: 'Interest booked on invoice {number}: {amountCents}, counted to {untilOn}',
    de: 'Zinsen auf Rechnung {number} gebucht: {amountCents}, gezählt bis {untilOn}',
    fr: 'Intérêts sur la facture {number} : {amountCents}, comptés jusqu’au {untilOn}',
  },
  'timeline.ledger.waived-costs': {
    nl: '{amountCents} incassokosten kwijtgescholden: {reason}',
    en: '{amountCents} of collection costs waived: {reason}',
    de: '{amountCents} Inkassokosten erlassen: {reason}',
    fr: '{amountCents} de frais de recouvrement remis : {reason}',
  },
  'timeline.ledger.waived-interest': {
    nl: '{amountCents} rente kwijtgescholden: {reason}',
    en: '{amountCents} of interest waived: {reason}',
    de: '{amountCents} Zinsen erlassen: {reason}',
    fr: '{amountCents} d’intérêts remis : {reason}',
  },
  'timeline.ledger.costs-taken-back': {
    nl: '{amountCents} incassokosten teruggenomen: {reason}',
    en: '{amountCents} of collection costs taken back: {reason}',
    de: '{amountCents} Inkassokosten zurückgenommen: {reason}',
    fr: '{amountCents} de frais de recouvrement retirés : {reason}',
  },
  'timeline.ledger.let-go': {
    nl: '{amountCents} vervallen omdat de hoofdsom is betaald, zoals met de opdrachtgever afgesproken',
    en: '{amountCents} let go since the principal is paid, as agreed with the creditor',
    de: '{amountCents} entfallen, da die Hauptforderung bezahlt ist, wie vereinbart',
    fr: '{amountCents} abandonnés car le principal est payé, comme convenu',
  },
};
