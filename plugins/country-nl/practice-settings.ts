import { type Static, Type } from '@inning/sdk';
import type { CostsPractice } from './costs/compute-costs.ts';
import type { InterestPractice } from './interest/compute-interest.ts';
import type { TermPractice } from './letter/compute-claimable.ts';
import type { ContactPractice } from './lint/contact-rules.ts';

/** Where practice differs and the law leaves room; decisions 017 to 019 and 024 say why the defaults are so. */
export const PracticeSettingsSchema = Type.Object({
  dayCount: Type.Union([Type.Literal('actual-365'), Type.Literal('actual-366-in-leap')], {
    default: 'actual-365',
    title: 'Days in a year, for interest',
    titles: {
      nl: 'Dagen in een jaar, voor rente',
      en: 'Days in a year, for interest',
      de: 'Tage im Jahr, für Zinsen',
      fr: 'Jours par an, pour les intérêts',
    },
    description: 'Always 365, or 366 in a stretch with 29 February in it (decision 017)',
  }),
  rounding: Type.Union([Type.Literal('once'), Type.Literal('each-period')], {
    default: 'once',
    title: 'Rounding of interest',
    titles: {
      nl: 'Afronden van rente',
      en: 'Rounding of interest',
      de: 'Rundung der Zinsen',
      fr: 'Arrondi des intérêts',
    },
    description: 'Once at the end, or each period to whole cents (decision 017)',
  }),
  smallTerms: Type.Union([Type.Literal('as-one-term'), Type.Literal('scale-over-sum')], {
    default: 'as-one-term',
    title: 'Costs of small terms',
    titles: {
      nl: 'Kosten van kleine termijnen',
      en: 'Costs of small terms',
      de: 'Kosten kleiner Raten',
      fr: 'Frais des petites échéances',
    },
    description: 'As one term, or the scale over their sum (decision 018)',
  }),
  extendsTerm: Type.Boolean({
    default: true,
    title: 'A term never ends in a weekend',
    titles: {
      nl: 'Een termijn eindigt nooit in het weekend of op een feestdag',
      en: 'A term never ends in a weekend or on a holiday',
      de: 'Eine Frist endet nie am Wochenende oder Feiertag',
      fr: 'Un délai ne finit jamais un week-end ou un jour férié',
    },
    description: 'Off: the fourteenth day is the last, whatever day it is (decision 019)',
  }),
});
export type PracticeSettings = Static<typeof PracticeSettingsSchema>;

/** Where practice differs and the law does not decide; every default is argued in docs/decisions. */
export type DutchPractice = {
  readonly costs?: CostsPractice;
  readonly interest?: InterestPractice;
  readonly term?: TermPractice;
  readonly contacts?: ContactPractice;
};

export const practiceOf = (settings: PracticeSettings): DutchPractice => ({
  interest: { dayCount: settings.dayCount, rounding: settings.rounding },
  costs: { smallTerms: settings.smallTerms },
  term: { isExtended: settings.extendsTerm },
});
