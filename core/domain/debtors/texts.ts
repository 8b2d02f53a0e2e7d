import type { MessageTexts } from '@inning/sdk';

const facts = {
  nl: 'Betaalt gemiddeld na {averageDays} dagen, {variationDays} dagen variatie, over {paidCount} betaalde facturen: {flow}',
  en: 'Pays after {averageDays} days on average, {variationDays} days variation, from {paidCount} paid invoices: {flow}',
  de: 'Zahlt durchschnittlich nach {averageDays} Tagen, {variationDays} Tage Streuung, aus {paidCount} bezahlten Rechnungen: {flow}',
  fr: 'Paie en moyenne après {averageDays} jours, {variationDays} jours de variation, sur {paidCount} factures payées : {flow}',
};

/** Why a debtor is treated as it is, and what happened to its file. */
export const debtorTexts: MessageTexts = {
  'debtors.behaviour-steady': facts,
  'debtors.behaviour-fluctuating': facts,
  'debtors.behaviour-erratic': facts,
  'debtors.behaviour-unknown': {
    nl: 'Betaalgedrag nog onbekend: {paidCount} betaalde facturen, {neededCount} nodig: {flow}',
    en: 'Payment behaviour not known yet: {paidCount} paid invoices, {neededCount} needed: {flow}',
    de: 'Zahlungsverhalten noch unbekannt: {paidCount} bezahlte Rechnungen, {neededCount} nötig: {flow}',
    fr: 'Comportement de paiement encore inconnu : {paidCount} factures payées, {neededCount} requises : {flow}',
  },
};
