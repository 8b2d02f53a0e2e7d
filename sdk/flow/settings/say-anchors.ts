import { type Locale, localize, type Localized } from '../../localized.ts';
import type { ANCHORS } from './anchors.ts';
import { readAnchor } from './read-anchor.ts';

/** What a day to count from is called. */
export const ANCHOR_NAMES: Readonly<Record<(typeof ANCHORS)[number], Localized>> = {
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
    de: 'Start des Ablaufs',
    fr: 'début du flux',
  },
};

type Counted = { readonly one: Localized; readonly more: Localized };
const DAYS: Counted = {
  one: { nl: 'dag', en: 'day', de: 'Tag', fr: 'jour' },
  more: { nl: 'dagen', en: 'days', de: 'Tage', fr: 'jours' },
};
const WORKING_DAYS: Counted = {
  one: { nl: 'werkdag', en: 'working day', de: 'Werktag', fr: 'jour ouvré' },
  more: { nl: 'werkdagen', en: 'working days', de: 'Werktage', fr: 'jours ouvrés' },
};
const LATEST: Localized = {
  nl: 'de laatste van',
  en: 'the latest of',
  de: 'der späteste von',
  fr: 'le dernier de',
};
const EARLIEST: Localized = {
  nl: 'de eerste van',
  en: 'the earliest of',
  de: 'der früheste von',
  fr: 'le premier de',
};
const AND: Localized = { nl: 'en', en: 'and', de: 'und', fr: 'et' };

export type SayAnchors = {
  readonly locale: Locale;
  /** What a step of the flow is called; its id when nobody knows. */
  readonly stepName?: (id: string) => string;
};

/** The days of a wait as one readable sentence: `the latest of: due date + 14 days and promise + 1 day`. */
export function sayAnchors(
  pick: unknown,
  anchors: readonly unknown[],
  { locale, stepName = (id) => id }: SayAnchors,
): string {
  const said = anchors.map((anchor) => sayAnchor(anchor, { locale, stepName }));
  if (said.length <= 1) return said.join('');
  const list = `${said.slice(0, -1).join(', ')} ${localize(AND, locale)} ${said.at(-1) ?? ''}`;
  return `${localize(pick === 'earliest' ? EARLIEST : LATEST, locale)}: ${list}`;
}

function sayAnchor(value: unknown, { locale, stepName }: Required<SayAnchors>): string {
  const { from, step, days, unit } = readAnchor(value);
  const known = Object.hasOwn(ANCHOR_NAMES, from) ? ANCHOR_NAMES[from as 'due-date'] : null;
  const own = step === null || step === '' ? '…' : stepName(step);
  const name = known ? localize(known, locale) : own;
  if (days === 0) return name;
  const counted = unit === 'working-days' ? WORKING_DAYS : DAYS;
  const many = Math.abs(days);
  return `${name} ${days < 0 ? '−' : '+'} ${many} ${localize(many === 1 ? counted.one : counted.more, locale)}`;
}
