import { type CalendarDate, type Country, type MinutesOfDay, weekday } from '@inning/sdk';
import { holidayOn } from './calendar/holidays.ts';
import { computeCosts, type CostsPractice } from './costs/compute-costs.ts';
import { computeInterest, type InterestPractice } from './interest/compute-interest.ts';
import { checkLetter } from './letter/check-letter.ts';
import { createLegalLint } from './lint/find-legal-problems.ts';
import type { ContactPractice } from './lint/contact-rules.ts';
import { computeClaimable, type TermPractice } from './letter/compute-claimable.ts';

/** Besluit kwaliteit incassodienstverlening (Bki): contact between 07:00 and 20:00. */
const OPENS = 7 * 60;
const CLOSES = 20 * 60;
const SUNDAY = 7;

/** Where practice differs and the law does not decide; every default is argued in docs/decisions. */
export type DutchPractice = {
  readonly costs?: CostsPractice;
  readonly interest?: InterestPractice;
  readonly term?: TermPractice;
  readonly contacts?: ContactPractice;
};

/**
 * The Netherlands. The contact rule protects natural persons; sole traders are among the businesses and
 * cannot be told apart by their data, so that it is kept for everybody.
 */
export function createNetherlands(practice: DutchPractice = {}): Country {
  return {
    code: 'NL',
    title: { nl: 'Nederland', en: 'The Netherlands', de: 'Niederlande', fr: 'Pays-Bas' },
    timeZone: 'Europe/Amsterdam',
    holiday: holidayOn,
    contactWindow,
    costs: (question) => computeCosts(question, practice.costs),
    interest: (question) => computeInterest(question, practice.interest),
    claimable: (announcement) => computeClaimable(announcement, practice.term),
    checkLetter,
    findLegalProblems: createLegalLint({ holiday: holidayOn, contactWindow }, practice),
  };
}

function contactWindow({ day }: { readonly day: CalendarDate }): MinutesOfDay | null {
  if (weekday(day) === SUNDAY || holidayOn(day) !== null) return null;
  return { from: OPENS, to: CLOSES };
}

export const netherlands = createNetherlands();
