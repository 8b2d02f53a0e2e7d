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
};
