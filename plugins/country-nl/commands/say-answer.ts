import { type LegalGround, type LegalRemark, type Locale, localize } from '@inning/sdk';
import type { Texts } from '../localized-text.ts';

/** Where it is written, and the rule in a sentence. */
export const sayGround = ({ article, sentence }: LegalGround, locale: Locale): string =>
  `${article}: ${localize(sentence, locale)}`;

export const sayRemarks = (remarks: readonly LegalRemark[], locale: Locale) =>
  remarks.map(({ code, sentence }) => ({ code, sentence: localize(sentence, locale) }));

/** What stands before an amount. */
export const LABELS = {
  fee: { nl: 'Kosten', en: 'Costs', de: 'Kosten', fr: 'Frais' },
  vat: { nl: 'Btw', en: 'VAT', de: 'Umsatzsteuer', fr: 'TVA' },
  total: { nl: 'Totaal', en: 'Total', de: 'Gesamt', fr: 'Total' },
  interest: { nl: 'Rente', en: 'Interest', de: 'Zinsen', fr: 'Intérêts' },
  openInterest: {
    nl: 'Open rente',
    en: 'Open interest',
    de: 'Offene Zinsen',
    fr: 'Intérêts ouverts',
  },
  openPrincipal: {
    nl: 'Open hoofdsom',
    en: 'Open principal',
    de: 'Offene Hauptforderung',
    fr: 'Principal ouvert',
  },
  warning: { nl: 'Let op', en: 'Warning', de: 'Achtung', fr: 'Attention' },
  excess: { nl: 'Te veel betaald', en: 'Overpaid', de: 'Überzahlt', fr: 'Trop-perçu' },
} as const satisfies Readonly<Record<string, Texts>>;
