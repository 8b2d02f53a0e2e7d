import type { Country } from '@inning/sdk';
import { holidayOn } from './calendar/holidays.ts';
import { contactWindow } from './contact/contact-window.ts';
import { flagStop } from './contact/flag-stop.ts';
import { computeCosts, type CostsPractice } from './costs/compute-costs.ts';
import { computeInterest, type InterestPractice } from './interest/compute-interest.ts';
import { checkLetter } from './letter/check-letter.ts';
import { createLegalLint } from './lint/find-legal-problems.ts';
import type { ContactPractice } from './lint/contact-rules.ts';
import { computeClaimable, type TermPractice } from './letter/compute-claimable.ts';

/** Where practice differs and the law does not decide; every default is argued in docs/decisions. */
export type DutchPractice = {
  readonly costs?: CostsPractice;
  readonly interest?: InterestPractice;
  readonly term?: TermPractice;
  readonly contacts?: ContactPractice;
};

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
    findLegalProblems: createLegalLint({ holiday: holidayOn, contactWindow }, practice),
  };
}

export const netherlands = createNetherlands();
