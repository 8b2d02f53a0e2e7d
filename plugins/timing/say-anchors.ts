import { type Locale, localize, type Localized } from '@inning/sdk';
import type { Anchor } from './anchor.ts';

const NAMES: Record<Exclude<Anchor['from'], 'step'>, Localized> = {
  'invoice-date': {
    nl: 'factuurdatum',
    en: 'invoice date',
    de: 'Rechnungsdatum',
    fr: 'date de facture',
  },
  'due-date': { nl: 'vervaldatum', en: 'due date', de: 'Fälligkeit', fr: 'échéance' },
  'expected-payment': {
    nl: 'verwachte betaling',
    en: 'expected payment',
    de: 'erwartete Zahlung',
    fr: 'paiement attendu',
  },
  'promise-date': { nl: 'toezegging', en: 'promise', de: 'Zusage', fr: 'promesse' },
  'previous-step': {
    nl: 'vorige stap',
    en: 'previous step',
    de: 'vorheriger Schritt',
    fr: 'étape précédente',
  },
  'flow-start': {
    nl: 'begin van de flow',
    en: 'start of the flow',
    de: 'Start',
    fr: 'début du flux',
  },
};
const DAYS: Localized = { nl: 'dagen', en: 'days', de: 'Tage', fr: 'jours' };
const WORKING_DAYS: Localized = {
  nl: 'werkdagen',
  en: 'working days',
  de: 'Werktage',
  fr: 'jours ouvrés',
};
const LATEST: Localized = {
  nl: 'laatste van',
  en: 'latest of',
  de: 'spätester von',
  fr: 'dernier de',
};
const EARLIEST: Localized = {
  nl: 'eerste van',
  en: 'earliest of',
  de: 'frühester von',
  fr: 'premier de',
};
const AND: Localized = { nl: 'en', en: 'and', de: 'und', fr: 'et' };

/** The settings of a wait as one readable sentence. */
export function sayAnchors(
  pick: 'latest' | 'earliest',
  anchors: readonly Anchor[],
  locale: Locale,
): string {
  const said = anchors.map((anchor) => sayAnchor(anchor, locale));
  if (said.length <= 1) return said.join('');
  const list = `${said.slice(0, -1).join(', ')} ${localize(AND, locale)} ${said.at(-1) ?? ''}`;
  return `${localize(pick === 'latest' ? LATEST : EARLIEST, locale)} ${list}`;
}

function sayAnchor(anchor: Anchor, locale: Locale): string {
  const name = anchor.from === 'step' ? anchor.step : localize(NAMES[anchor.from], locale);
  if (anchor.days === 0) return name;
  const unit = localize(anchor.unit === 'working-days' ? WORKING_DAYS : DAYS, locale);
  return `${name} ${anchor.days < 0 ? '−' : '+'} ${Math.abs(anchor.days)} ${unit}`;
}
