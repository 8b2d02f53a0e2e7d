import type { MessageTexts } from '@inning/sdk';

/** What happened to an invoice, for its history and the timeline. */
export const invoiceTexts: MessageTexts = {
  'invoices.received': {
    nl: 'Factuur {number} ontvangen: {totalCents}, te betalen vóór {dueOn}',
    en: 'Invoice {number} received: {totalCents}, due on {dueOn}',
    de: 'Rechnung {number} eingegangen: {totalCents}, fällig am {dueOn}',
    fr: 'Facture {number} reçue : {totalCents}, à payer avant le {dueOn}',
  },
  'invoices.changed': {
    nl: 'Factuur {number} gewijzigd door de boekhouding: {reason}',
    en: 'Invoice {number} changed by the bookkeeping: {reason}',
    de: 'Rechnung {number} von der Buchhaltung geändert: {reason}',
    fr: 'Facture {number} modifiée par la comptabilité : {reason}',
  },
  'invoices.costs-announced': {
    nl: 'Incassokosten aangezegd voor factuur {number}',
    en: 'Collection costs announced for invoice {number}',
    de: 'Inkassokosten für Rechnung {number} angekündigt',
    fr: 'Frais de recouvrement annoncés pour la facture {number}',
  },
  'invoices.costs-claimable': {
    nl: 'Incassokosten opeisbaar voor factuur {number}',
    en: 'Collection costs claimable for invoice {number}',
    de: 'Inkassokosten für Rechnung {number} fällig gestellt',
    fr: 'Frais de recouvrement exigibles pour la facture {number}',
  },
  'invoices.costs-reset': {
    nl: 'Incassokosten van factuur {number} ingetrokken: {reason}',
    en: 'Collection costs of invoice {number} taken back: {reason}',
    de: 'Inkassokosten der Rechnung {number} zurückgenommen: {reason}',
    fr: 'Frais de recouvrement de la facture {number} retirés : {reason}',
  },
  'invoices.costs-reset-to-announced': {
    nl: 'Incassokosten van factuur {number} terug naar aangezegd: {reason}',
    en: 'Collection costs of invoice {number} back to announced: {reason}',
    de: 'Inkassokosten der Rechnung {number} zurück auf angekündigt: {reason}',
    fr: 'Frais de recouvrement de la facture {number} de nouveau annoncés : {reason}',
  },
  'invoices.costs-letter-sent': {
    nl: 'Incassokosten van factuur {number} aangezegd met een brief: {reason}',
    en: 'Collection costs of invoice {number} announced by a letter: {reason}',
    de: 'Inkassokosten der Rechnung {number} mit einem Brief angekündigt: {reason}',
    fr: 'Frais de recouvrement de la facture {number} annoncés par lettre : {reason}',
  },
  'invoices.costs-letter-received': {
    nl: 'Ontvangst van de aanzegging voor factuur {number} vastgelegd: {reason}',
    en: 'Receipt of the announcement for invoice {number} recorded: {reason}',
    de: 'Empfang der Ankündigung für Rechnung {number} festgehalten: {reason}',
    fr: 'Réception de l’annonce pour la facture {number} enregistrée : {reason}',
  },
  'invoices.costs-letter-returned': {
    nl: 'Aanzegging voor factuur {number} kwam terug en geldt niet meer: {reason}',
    en: 'The announcement for invoice {number} came back and no longer counts: {reason}',
    de: 'Die Ankündigung für Rechnung {number} kam zurück und gilt nicht mehr: {reason}',
    fr: 'L’annonce pour la facture {number} est revenue et ne compte plus : {reason}',
  },
  'invoices.costs-return-undone': {
    nl: 'Aanzegging voor factuur {number} kwam toch niet terug en geldt weer: {reason}',
    en: 'The announcement for invoice {number} did not come back after all and counts again: {reason}',
    de: 'Die Ankündigung für Rechnung {number} kam doch nicht zurück und gilt wieder: {reason}',
    fr: 'L’annonce pour la facture {number} n’est finalement pas revenue et compte à nouveau : {reason}',
  },
  'invoices.paid': {
    nl: 'Factuur {number} is betaald',
    en: 'Invoice {number} is paid',
    de: 'Rechnung {number} ist bezahlt',
    fr: 'Facture {number} payée',
  },
  'invoices.credited': {
    nl: 'Factuur {number} is geheel gecrediteerd',
    en: 'Invoice {number} is credited in full',
    de: 'Rechnung {number} ist vollständig gutgeschrieben',
    fr: 'Facture {number} entièrement créditée',
  },
  'invoices.written-off': {
    nl: 'Factuur {number} is afgeboekt: {reason}',
    en: 'Invoice {number} is written off: {reason}',
    de: 'Rechnung {number} ist ausgebucht: {reason}',
    fr: 'Facture {number} passée en perte : {reason}',
  },
  'invoices.reopened': {
    nl: 'Factuur {number} staat weer open',
    en: 'Invoice {number} is open again',
    de: 'Rechnung {number} ist wieder offen',
    fr: 'Facture {number} de nouveau ouverte',
  },
  'invoices.disputed': {
    nl: 'Factuur {number} wordt betwist: {reason}',
    en: 'Invoice {number} is disputed: {reason}',
    de: 'Rechnung {number} wird bestritten: {reason}',
    fr: 'Facture {number} contestée : {reason}',
  },
  'invoices.dispute-settled': {
    nl: 'Betwisting van factuur {number} is afgehandeld',
    en: 'Dispute about invoice {number} is settled',
    de: 'Einwand gegen Rechnung {number} ist erledigt',
    fr: 'Contestation de la facture {number} réglée',
  },
  'invoices.handed-over': {
    nl: 'Factuur {number} is overgedragen',
    en: 'Invoice {number} is handed over',
    de: 'Rechnung {number} ist übergeben',
    fr: 'Facture {number} transmise',
  },
  'invoices.overpaid': {
    nl: 'Factuur {number} is verlaagd; er is {overCents} te veel betaald',
    en: 'Invoice {number} was lowered; {overCents} too much was paid',
    de: 'Rechnung {number} wurde gesenkt; {overCents} wurden zu viel bezahlt',
    fr: 'La facture {number} a été réduite ; {overCents} payés en trop',
  },
  'invoices.credit-left': {
    nl: 'Van creditnota {number} is {leftCents} nog niet verrekend (hoort bij factuur {correctsNumber})',
    en: '{leftCents} of credit note {number} is not allocated yet (belongs to invoice {correctsNumber})',
    de: '{leftCents} der Gutschrift {number} sind noch nicht verrechnet (gehört zu Rechnung {correctsNumber})',
    fr: '{leftCents} de la note de crédit {number} ne sont pas encore imputés (facture {correctsNumber})',
  },
};
