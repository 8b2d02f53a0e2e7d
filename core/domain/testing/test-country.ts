import { flatCountry } from './flat-country.ts';

/** For tests of the rooms: it stands where the Netherlands do, with sums that are done in the head. */
export const testCountry = flatCountry({
  code: 'NL',
  title: { en: 'A country of tests' },
  timeZone: 'Europe/Amsterdam',
  holiday: () => null,
  contactWindow: () => ({ from: 0, to: 24 * 60 }),
  checkLetter: () => [],
  order: ['costs', 'interest', 'principal'],
  costsBasisPoints: 1_000,
  interestPercent: 12,
  daysToPay: 5,
});
