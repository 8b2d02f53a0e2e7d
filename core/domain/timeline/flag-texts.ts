import type { DebtorFlag, Locale, MessageTexts } from '@inning/sdk';

const NAMES: Readonly<Record<DebtorFlag, Readonly<Record<Locale, string>>>> = {
  vulnerable: {
    nl: 'kwetsbaar',
    en: 'vulnerable',
    de: 'schutzbedürftig',
    fr: 'vulnérable',
  },
  'debt-counselling': {
    nl: 'schuldhulpverlening',
    en: 'debt counselling',
    de: 'Schuldnerberatung',
    fr: 'médiation de dettes',
  },
  moratorium: { nl: 'moratorium', en: 'moratorium', de: 'Moratorium', fr: 'moratoire' },
  deceased: { nl: 'overleden', en: 'deceased', de: 'verstorben', fr: 'décédé' },
  bankrupt: { nl: 'failliet', en: 'bankrupt', de: 'insolvent', fr: 'en faillite' },
};

const texts = Object.entries(NAMES).flatMap(([flag, { nl, en, de, fr }]) => [
  [
    `timeline.flag-${flag}`,
    {
      nl: `Genoteerd bij de debiteur: ${nl} ({reason})`,
      en: `Noted of the debtor: ${en} ({reason})`,
      de: `Beim Schuldner vermerkt: ${de} ({reason})`,
      fr: `Noté pour le débiteur : ${fr} ({reason})`,
    },
  ],
  [
    `timeline.flag-${flag}-over`,
    {
      nl: `Geldt niet meer: ${nl} ({reason})`,
      en: `Is over: ${en} ({reason})`,
      de: `Gilt nicht mehr: ${de} ({reason})`,
      fr: `Ne vaut plus : ${fr} ({reason})`,
    },
  ],
]);

/** What the timeline says of circumstances of a debtor. */
export const flagTexts: MessageTexts = Object.fromEntries(texts);
