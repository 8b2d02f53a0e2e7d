import type { MessageTexts } from '@inning/sdk';

/** What happened on a trust account. */
export const trustTexts: MessageTexts = {
  'trust.received': {
    nl: 'Ontvangen op de derdengeldenrekening op {receivedOn}',
    en: 'Received on the trust account on {receivedOn}',
    de: 'Auf dem Treuhandkonto eingegangen am {receivedOn}',
    fr: 'Reçu sur le compte de tiers le {receivedOn}',
  },
  'trust.opening': {
    nl: 'Beginsaldo van de derdengeldenrekening',
    en: 'Opening balance of the trust account',
    de: 'Anfangsbestand des Treuhandkontos',
    fr: 'Solde initial du compte de tiers',
  },
  'trust.paid-out': {
    nl: 'Afgeschreven, nog niet verklaard',
    en: 'Paid out, not explained yet',
    de: 'Abgebucht, noch nicht erklärt',
    fr: 'Débité, pas encore expliqué',
  },
  'trust.nothing-found': {
    nl: 'Geen factuur gevonden die hierbij past',
    en: 'No invoice found that fits',
    de: 'Keine passende Rechnung gefunden',
    fr: 'Aucune facture correspondante',
  },
  'trust.by-person': {
    nl: 'Toegewezen door {by}',
    en: 'Allocated by {by}',
    de: 'Zugeordnet von {by}',
    fr: 'Imputé par {by}',
  },
  'trust.payment-reversed': {
    nl: 'De betaling is teruggedraaid',
    en: 'The payment was reversed',
    de: 'Die Zahlung wurde rückgängig gemacht',
    fr: 'Le paiement a été annulé',
  },
  'trust.released-by-person': {
    nl: 'Losgemaakt door {by}: {reason}',
    en: 'Released by {by}: {reason}',
    de: 'Gelöst von {by}: {reason}',
    fr: 'Détaché par {by} : {reason}',
  },
  'trust.taken-back': {
    nl: 'De bank heeft de betaling van {receivedOn} teruggehaald',
    en: 'The bank took back the payment of {receivedOn}',
    de: 'Die Bank hat die Zahlung vom {receivedOn} zurückgeholt',
    fr: 'La banque a repris le paiement du {receivedOn}',
  },
  'trust.remitted': {
    nl: 'Afdracht {number} aan {creditor}',
    en: 'Remittance {number} to {creditor}',
    de: 'Auszahlung {number} an {creditor}',
    fr: 'Reversement {number} à {creditor}',
  },
  'trust.returned': {
    nl: 'Afdracht {number} aan {creditor} kwam terug',
    en: 'Remittance {number} to {creditor} came back',
    de: 'Auszahlung {number} an {creditor} kam zurück',
    fr: 'Le reversement {number} à {creditor} est revenu',
  },
  'trust.cancelled': {
    nl: 'Afdracht {number} aan {creditor} gaat niet door: {reason}',
    en: 'Remittance {number} to {creditor} does not go ahead: {reason}',
    de: 'Auszahlung {number} an {creditor} findet nicht statt: {reason}',
    fr: 'Le reversement {number} à {creditor} n’aura pas lieu : {reason}',
  },
  'trust.refunded': {
    nl: 'Terugbetaald aan de betaler, vastgelegd door {by}',
    en: 'Paid back to the payer, recorded by {by}',
    de: 'An den Zahler zurückgezahlt, erfasst von {by}',
    fr: 'Remboursé au payeur, noté par {by}',
  },
  'trust.agency-paid': {
    nl: 'Naar het kantoor of kosten van de bank, vastgelegd door {by}',
    en: 'To the agency, or bank charges, recorded by {by}',
    de: 'An das Büro oder Bankgebühren, erfasst von {by}',
    fr: 'Versé au cabinet ou frais bancaires, noté par {by}',
  },
  'trust.owed-by-creditor': {
    nl: '{creditor} moet {amountCents} teruggeven: dit was al afgedragen toen de bank het terughaalde',
    en: '{creditor} has to give back {amountCents}: it had been remitted when the bank took it back',
    de: '{creditor} muss {amountCents} zurückgeben: es war schon ausgezahlt, als die Bank es zurückholte',
    fr: '{creditor} doit rendre {amountCents} : déjà reversé lorsque la banque l’a repris',
  },
  'trust.not-closing': {
    nl: 'De derdengeldenrekening sluit niet op {on}: de bank zegt {bankCents}, geboekt is {bookedCents}',
    en: 'The trust account does not close on {on}: the bank says {bankCents}, booked is {bookedCents}',
    de: 'Das Treuhandkonto geht am {on} nicht auf: die Bank sagt {bankCents}, gebucht ist {bookedCents}',
    fr: 'Le compte de tiers ne tombe pas juste le {on} : la banque dit {bankCents}, enregistré {bookedCents}',
  },
  'trust.books-differ': {
    nl: 'Op de derdengeldenrekening kloppen saldo en boekingen niet met elkaar',
    en: 'Balances and bookings on the trust account do not agree',
    de: 'Saldo und Buchungen auf dem Treuhandkonto stimmen nicht überein',
    fr: 'Soldes et écritures du compte de tiers ne concordent pas',
  },
};
