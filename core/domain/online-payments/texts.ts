import type { MessageTexts } from '@inning/sdk';

/** What happened to online payments. */
export const onlinePaymentTexts: MessageTexts = {
  'payments.online': {
    nl: 'Online betaald ({method})',
    en: 'Paid online ({method})',
    de: 'Online bezahlt ({method})',
    fr: 'Payé en ligne ({method})',
  },
  'online-payments.part-gone': {
    nl: 'Van de online betaling van {amountCents} is {goneCents} teruggegaan: bepaal van welke factuur',
    en: '{goneCents} of the online payment of {amountCents} went back: say of which invoice',
    de: 'Von der Online-Zahlung über {amountCents} gingen {goneCents} zurück: bestimmen Sie, von welcher Rechnung',
    fr: '{goneCents} du paiement en ligne de {amountCents} est reparti : indiquez de quelle facture',
  },
  'online-payments.settled': {
    nl: 'Uitbetaling {reference}: online betalingen van samen {paidCents}, al eerder één voor één geboekt; ingehouden {keptCents}',
    en: 'Payout {reference}: online payments of {paidCents} together, booked one by one before; kept back {keptCents}',
    de: 'Auszahlung {reference}: Online-Zahlungen über zusammen {paidCents}, bereits einzeln gebucht; einbehalten {keptCents}',
    fr: 'Versement {reference} : paiements en ligne de {paidCents} au total, déjà comptabilisés un par un ; retenu {keptCents}',
  },
};
