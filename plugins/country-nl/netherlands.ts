import type { Country } from '@inning/sdk';
import { holidayOn } from './calendar/holidays.ts';
import { contactWindow } from './contact/contact-window.ts';
import { flagStop } from './contact/flag-stop.ts';
import { computeCosts } from './costs/compute-costs.ts';
import { computeInterest } from './interest/compute-interest.ts';
import { checkLetter } from './letter/check-letter.ts';
import { createLegalLint } from './lint/find-legal-problems.ts';
import { paymentCode } from './numbers/payment-code.ts';
import { type DutchPractice, practiceOf, type PracticeSettings } from './practice-settings.ts';
import { computeClaimable } from './letter/compute-claimable.ts';

/** The Netherlands: tables and pure functions of their arguments. */
export function createNetherlands(practice: DutchPractice = {}): Country {
  return {
    code: 'NL',
    title: { nl: 'Nederland', en: 'The Netherlands', de: 'Niederlande', fr: 'Pays-Bas' },
    timeZone: 'Europe/Amsterdam',
    holiday: holidayOn,
    contactWindow,
    flagStop,
    costs: (question) => computeCosts(question, practice.costs),
    interest: (question) => computeInterest(question, practice.interest),
    claimable: (announcement) => computeClaimable(announcement, practice.term),
    checkLetter,
    paymentOrder: PAYMENT_ORDER,
    paymentCode,
    withSettings: (settings) => createNetherlands(practiceOf(settings as PracticeSettings)),
    findLegalProblems: createLegalLint({ holiday: holidayOn, contactWindow }, practice),
  };
}

const PAYMENT_ORDER: Country['paymentOrder'] = {
  parts: ['costs', 'interest', 'principal'],
  ground: {
    article: 'art. 6:44 lid 1 BW',
    sentence: {
      nl: 'Een betaling gaat eerst af van de kosten, dan van de rente en dan van de hoofdsom.',
      en: 'A payment reduces the costs first, then the interest, then the principal.',
      de: 'Eine Zahlung mindert zuerst die Kosten, dann die Zinsen, dann die Hauptforderung.',
      fr: 'Un paiement s’impute d’abord sur les frais, puis sur les intérêts, puis sur le principal.',
    },
  },
};

export const netherlands = createNetherlands();
