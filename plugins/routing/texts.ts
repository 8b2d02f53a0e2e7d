import type { Locale, MessageTexts } from '@inning/sdk';

const behaviour = ({ nl, en, de, fr }: Record<Locale, string>) => ({
  nl: `${nl}: gemiddeld {averageTermDays} dagen, spreiding {variationDays} dagen, {paidCount} betaalde facturen`,
  en: `${en}: {averageTermDays} days on average, variation {variationDays} days, {paidCount} paid invoices`,
  de: `${de}: im Schnitt {averageTermDays} Tage, Streuung {variationDays} Tage, {paidCount} bezahlte Rechnungen`,
  fr: `${fr} : {averageTermDays} jours en moyenne, écart {variationDays} jours, {paidCount} factures payées`,
});

export const routingTexts: MessageTexts = {
  'routing.condition-yes': {
    nl: 'Ja, want {condition}',
    en: 'Yes, since {condition}',
    de: 'Ja, denn {condition}',
    fr: 'Oui, car {condition}',
  },
  'routing.condition-no': {
    nl: 'Nee, want dit geldt niet: {condition}',
    en: 'No, since this does not hold: {condition}',
    de: 'Nein, denn dies gilt nicht: {condition}',
    fr: 'Non, car ceci n’est pas vrai : {condition}',
  },
  'routing.behaviour-steady': behaviour({
    nl: 'Vast patroon',
    en: 'Steady',
    de: 'Gleichmäßig',
    fr: 'Régulier',
  }),
  'routing.behaviour-unknown': {
    nl: 'Nog onbekend: {paidCount} betaalde facturen zeggen te weinig',
    en: 'Not known yet: {paidCount} paid invoices say too little',
    de: 'Noch unbekannt: {paidCount} bezahlte Rechnungen sagen zu wenig',
    fr: 'Encore inconnu : {paidCount} factures payées n’en disent pas assez',
  },
  'routing.behaviour-fluctuating': behaviour({
    nl: 'Wisselend',
    en: 'Fluctuating',
    de: 'Schwankend',
    fr: 'Variable',
  }),
  'routing.behaviour-erratic': behaviour({
    nl: 'Grillig',
    en: 'Erratic',
    de: 'Unberechenbar',
    fr: 'Imprévisible',
  }),
  'routing.stopped': {
    nl: 'De flow is klaar',
    en: 'The flow is done',
    de: 'Der Ablauf ist fertig',
    fr: 'Le flux est terminé',
  },
  'routing.stopped-because': {
    nl: 'De flow stopt: {reason}',
    en: 'The flow stops: {reason}',
    de: 'Der Ablauf endet: {reason}',
    fr: 'Le flux s’arrête : {reason}',
  },
  'routing.switched-reset': {
    nl: 'Begint opnieuw in flow {flow}',
    en: 'Starts over in flow {flow}',
    de: 'Beginnt von vorn im Ablauf {flow}',
    fr: 'Recommence dans le flux {flow}',
  },
  'routing.switched-continue': {
    nl: 'Gaat na de laatste brief verder in flow {flow}',
    en: 'Continues after the last letter in flow {flow}',
    de: 'Geht nach dem letzten Brief im Ablauf {flow} weiter',
    fr: 'Continue après la dernière lettre dans le flux {flow}',
  },
};
