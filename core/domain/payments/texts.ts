import type { MessageTexts } from '@inning/sdk';

/** What happened to payments and bank lines. */
export const paymentTexts: MessageTexts = {
  'payments.received': {
    nl: 'Betaling van {amountCents} ontvangen op {receivedOn}',
    en: 'Payment of {amountCents} received on {receivedOn}',
    de: 'Zahlung über {amountCents} am {receivedOn} erhalten',
    fr: 'Paiement de {amountCents} reçu le {receivedOn}',
  },
  'payments.reversed': {
    nl: 'Betaling van {amountCents} teruggedraaid: {reason}',
    en: 'Payment of {amountCents} reversed: {reason}',
    de: 'Zahlung über {amountCents} rückgängig gemacht: {reason}',
    fr: 'Paiement de {amountCents} annulé : {reason}',
  },
  'payments.by-hand': {
    nl: 'Met de hand geboekt door {by}',
    en: 'Booked by hand by {by}',
    de: 'Von Hand gebucht von {by}',
    fr: 'Saisi à la main par {by}',
  },
  'payments.released': {
    nl: 'De boeking is teruggedraaid: {reason}',
    en: 'The booking was reversed: {reason}',
    de: 'Die Buchung wurde rückgängig gemacht: {reason}',
    fr: 'L’écriture a été annulée : {reason}',
  },
  'payments.left-over': {
    nl: 'Van de betaling van {amountCents} op {receivedOn} is {leftCents} nergens op geboekt',
    en: '{leftCents} of the payment of {amountCents} on {receivedOn} is not booked on any invoice',
    de: '{leftCents} der Zahlung über {amountCents} vom {receivedOn} sind keiner Rechnung zugeordnet',
    fr: '{leftCents} du paiement de {amountCents} du {receivedOn} ne sont imputés à aucune facture',
  },
  'payments.nothing-found': {
    nl: 'Geen factuur gevonden die hierbij past',
    en: 'No invoice found that fits',
    de: 'Keine passende Rechnung gefunden',
    fr: 'Aucune facture correspondante',
  },
  'payments.exceeds-claim': {
    nl: 'Er is meer betaald dan er nog openstaat',
    en: 'More was paid than is still open',
    de: 'Es wurde mehr gezahlt, als noch offen ist',
    fr: 'Le montant payé dépasse ce qui reste dû',
  },
  'payments.no-matcher': {
    nl: 'Automatisch koppelen staat uit',
    en: 'Automatic matching is off',
    de: 'Automatische Zuordnung ist aus',
    fr: 'Le rapprochement automatique est désactivé',
  },
  'payments.paid-out': {
    nl: 'Uitgaande betaling',
    en: 'Money that was paid out',
    de: 'Ausgehende Zahlung',
    fr: 'Paiement sortant',
  },
  'payments.other-currency': {
    nl: 'Andere munt ({currency}) dan de administratie',
    en: 'Another currency ({currency}) than the administration',
    de: 'Andere Währung ({currency}) als die Buchhaltung',
    fr: 'Autre devise ({currency}) que la comptabilité',
  },
  'payments.taken-back': {
    nl: 'De bank heeft de betaling van {receivedOn} teruggehaald',
    en: 'The bank took back the payment of {receivedOn}',
    de: 'Die Bank hat die Zahlung vom {receivedOn} zurückgeholt',
    fr: 'La banque a repris le paiement du {receivedOn}',
  },
  'payments.reversal-unknown': {
    nl: 'De bank haalt {amountCents} terug, maar de oorspronkelijke betaling is niet gevonden',
    en: 'The bank takes back {amountCents}, but the original payment was not found',
    de: 'Die Bank holt {amountCents} zurück, aber die ursprüngliche Zahlung wurde nicht gefunden',
    fr: 'La banque reprend {amountCents}, mais le paiement d’origine est introuvable',
  },
  'payments.booked-by-person': {
    nl: 'Gekoppeld door {by}',
    en: 'Matched by {by}',
    de: 'Zugeordnet von {by}',
    fr: 'Rapproché par {by}',
  },
  'payments.undone-by-person': {
    nl: 'Ongedaan gemaakt door {by}: {reason}',
    en: 'Undone by {by}: {reason}',
    de: 'Rückgängig gemacht von {by}: {reason}',
    fr: 'Annulé par {by} : {reason}',
  },
  'payments.booked-again': {
    nl: 'Opnieuw geboekt: de terugboeking is ongedaan gemaakt',
    en: 'Booked again: the taking back was undone',
    de: 'Erneut gebucht: die Rückbuchung wurde rückgängig gemacht',
    fr: 'Comptabilisé à nouveau : la reprise a été annulée',
  },
  'payments.refund-proposed': {
    nl: 'Terug te betalen: {amountCents} aan {name} ({account}). {reason}',
    en: 'To be paid back: {amountCents} to {name} ({account}). {reason}',
    de: 'Zurückzuzahlen: {amountCents} an {name} ({account}). {reason}',
    fr: 'À rembourser : {amountCents} à {name} ({account}). {reason}',
  },
  'payments.refund-paid': {
    nl: 'Terugbetaling van {amountCents} die was voorgesteld',
    en: 'Refund of {amountCents} that was proposed',
    de: 'Vorgeschlagene Rückzahlung von {amountCents}',
    fr: 'Remboursement proposé de {amountCents}',
  },
  'payments.ignored-by-person': {
    nl: 'Terzijde gelegd door {by}: {reason}',
    en: 'Set aside by {by}: {reason}',
    de: 'Beiseitegelegt von {by}: {reason}',
    fr: 'Mis de côté par {by} : {reason}',
  },
};
