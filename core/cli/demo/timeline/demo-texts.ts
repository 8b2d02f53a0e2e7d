import type { MessageTexts } from '@inning/sdk';

/** What the demo says besides the sentences of the engine. */
export const demoTexts: MessageTexts = {
  'demo.started': {
    nl: 'Flow {flow} begint',
    en: 'Flow {flow} starts',
    de: 'Ablauf {flow} beginnt',
    fr: 'Le flux {flow} commence',
  },
  'demo.ended': {
    nl: 'Flow {flow} stopt',
    en: 'Flow {flow} stops',
    de: 'Ablauf {flow} endet',
    fr: 'Le flux {flow} s’arrête',
  },
  'demo.parked': { nl: 'uitgesteld', en: 'put off', de: 'zurückgestellt', fr: 'reporté' },
  'demo.payment': {
    nl: 'Betaling van {amountCents}, geboekt op {receivedOn}',
    en: 'Payment of {amountCents}, booked on {receivedOn}',
    de: 'Zahlung über {amountCents}, gebucht am {receivedOn}',
    fr: 'Paiement de {amountCents}, comptabilisé le {receivedOn}',
  },
  'demo.line': {
    nl: 'Bankregel van {amountCents} van {name}',
    en: 'Bank line of {amountCents} from {name}',
    de: 'Bankzeile über {amountCents} von {name}',
    fr: 'Ligne bancaire de {amountCents} de {name}',
  },
  'demo.total-sent': {
    nl: 'Verstuurd: {count} e-mails',
    en: 'Sent: {count} e-mails',
    de: 'Versendet: {count} E-Mails',
    fr: 'Envoyés : {count} e-mails',
  },
  'demo.total-parked': {
    nl: 'Geparkeerd door het contactvenster: {count} keer',
    en: 'Parked by the contact window: {count} times',
    de: 'Durch das Kontaktfenster zurückgestellt: {count} Mal',
    fr: 'Reportés par la plage de contact : {count} fois',
  },
  'demo.total-paid': {
    nl: 'Betaald: {count} facturen; ontvangen {amountCents}',
    en: 'Paid: {count} invoices; received {amountCents}',
    de: 'Bezahlt: {count} Rechnungen; erhalten {amountCents}',
    fr: 'Payées : {count} factures ; reçu {amountCents}',
  },
  'demo.total-stopped': {
    nl: 'Gestopt: {count} flows, waarvan {paidCount} omdat er is betaald',
    en: 'Stopped: {count} flows, {paidCount} of them since it was paid',
    de: 'Beendet: {count} Abläufe, davon {paidCount} durch Zahlung',
    fr: 'Arrêtés : {count} flux, dont {paidCount} par un paiement',
  },
  'demo.total-open': {
    nl: 'Open: {count} facturen, samen {amountCents}; {flowCount} flows lopen nog',
    en: 'Open: {count} invoices, {amountCents} together; {flowCount} flows still run',
    de: 'Offen: {count} Rechnungen, zusammen {amountCents}; {flowCount} Abläufe laufen noch',
    fr: 'Ouvertes : {count} factures, {amountCents} au total ; {flowCount} flux en cours',
  },
};
