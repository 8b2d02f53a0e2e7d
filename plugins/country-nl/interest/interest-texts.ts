import type { Texts } from '../localized-text.ts';

export const PERIOD_TEXT: Texts = {
  nl: '{baseCents} × {ratePercent} × {days} dagen / {yearDays} = {amountCents} ({fromOn} tot en met {lastOn})',
  en: '{baseCents} × {ratePercent} × {days} days / {yearDays} = {amountCents} ({fromOn} up to and including {lastOn})',
  de: '{baseCents} × {ratePercent} × {days} Tage / {yearDays} = {amountCents} ({fromOn} bis einschließlich {lastOn})',
  fr: '{baseCents} × {ratePercent} × {days} jours / {yearDays} = {amountCents} (du {fromOn} au {lastOn} inclus)',
};

export const DAY_TEXT: Texts = {
  nl: '{baseCents} × {ratePercent} × 1 dag / {yearDays} = {amountCents} ({fromOn})',
  en: '{baseCents} × {ratePercent} × 1 day / {yearDays} = {amountCents} ({fromOn})',
  de: '{baseCents} × {ratePercent} × 1 Tag / {yearDays} = {amountCents} ({fromOn})',
  fr: '{baseCents} × {ratePercent} × 1 jour / {yearDays} = {amountCents} ({fromOn})',
};

export const TABLE_OLD: Texts = {
  nl: 'De rentetabel is nagekeken tot en met {untilOn}. Voor latere dagen is het laatste percentage gebruikt; kijk na of het is gewijzigd.',
  en: 'The table of rates was checked up to and including {untilOn}. Later days use the last rate; look whether it changed.',
  de: 'Die Zinstabelle ist bis einschließlich {untilOn} geprüft. Für spätere Tage gilt der letzte Satz; prüfen Sie, ob er geändert wurde.',
  fr: 'Le tableau des taux est vérifié jusqu’au {untilOn} inclus. Le dernier taux est utilisé pour les jours suivants ; vérifiez s’il a changé.',
};

export const NO_DAYS: Texts = {
  nl: 'De laatste dag ligt niet na de eerste: er is geen rente.',
  en: 'The last day does not come after the first: there is no interest.',
  de: 'Der letzte Tag liegt nicht nach dem ersten: es gibt keine Zinsen.',
  fr: 'Le dernier jour n’est pas après le premier : il n’y a pas d’intérêts.',
};

export const GROUNDS: Readonly<Record<'consumer' | 'commercial' | 'fixed' | 'onTop', Texts>> = {
  consumer: {
    nl: 'Wettelijke rente; na elk jaar van verzuim draagt de rente zelf ook rente.',
    en: 'Statutory interest; after each year of default the interest bears interest too.',
    de: 'Gesetzliche Zinsen; nach jedem Verzugsjahr werden die Zinsen mitverzinst.',
    fr: 'Intérêts légaux ; après chaque année de retard, les intérêts portent eux-mêmes intérêt.',
  },
  commercial: {
    nl: 'Wettelijke handelsrente; na elk jaar van verzuim draagt de rente zelf ook rente.',
    en: 'Statutory commercial interest; after each year of default the interest bears interest too.',
    de: 'Gesetzliche Handelszinsen; nach jedem Verzugsjahr werden die Zinsen mitverzinst.',
    fr: 'Intérêts légaux commerciaux ; après chaque année de retard, les intérêts portent intérêt.',
  },
  fixed: {
    nl: 'De rente die is afgesproken.',
    en: 'The interest that was agreed.',
    de: 'Die vereinbarten Zinsen.',
    fr: 'Les intérêts convenus.',
  },
  onTop: {
    nl: 'De wettelijke rente met de opslag die is afgesproken.',
    en: 'The statutory interest with the surcharge that was agreed.',
    de: 'Die gesetzlichen Zinsen mit dem vereinbarten Aufschlag.',
    fr: 'Les intérêts légaux avec le supplément convenu.',
  },
};
