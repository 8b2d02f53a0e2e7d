import type { MessageTexts } from '@inning/sdk';

/** What people did to a running flow. */
export const interventionTexts: MessageTexts = {
  'flow.intervened.held': {
    nl: 'Vastgehouden door {by}: {reason}',
    en: 'Held back by {by}: {reason}',
    de: 'Zurückgehalten von {by}: {reason}',
    fr: 'Retenu par {by} : {reason}',
  },
  'flow.intervened.released': {
    nl: 'Losgelaten door {by}',
    en: 'Released by {by}',
    de: 'Freigegeben von {by}',
    fr: 'Libéré par {by}',
  },
  'flow.intervened.now': {
    nl: '{by} laat de volgende stap nu doen',
    en: '{by} has the next step done now',
    de: '{by} lässt den nächsten Schritt jetzt ausführen',
    fr: '{by} fait exécuter l’étape suivante maintenant',
  },
  'flow.intervened.moved-on': {
    nl: '{by} liet de flow verdergaan zonder deze stap: {reason}',
    en: '{by} let the flow go on without this step: {reason}',
    de: '{by} ließ den Ablauf ohne diesen Schritt weitergehen: {reason}',
    fr: '{by} a laissé le flux continuer sans cette étape : {reason}',
  },
  'flow.intervened.skipped': {
    nl: '{by} slaat de volgende stap over: {reason}',
    en: '{by} skips the next step: {reason}',
    de: '{by} überspringt den nächsten Schritt: {reason}',
    fr: '{by} saute l’étape suivante : {reason}',
  },
  'flow.intervened.rescheduled': {
    nl: '{by} verzet de datum van {fromOn} naar {on}',
    en: '{by} moves the date from {fromOn} to {on}',
    de: '{by} verschiebt das Datum von {fromOn} auf {on}',
    fr: '{by} déplace la date du {fromOn} au {on}',
  },
};
