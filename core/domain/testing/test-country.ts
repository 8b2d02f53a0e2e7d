import {
  addDays,
  cents,
  type Country,
  daysBetween,
  type LegalGround,
  type Localized,
  percentOfCents,
  sumCents,
} from '@inning/sdk';

const say = (en: string): Localized => ({ en });
const ground = (article: string, en: string): LegalGround => ({ article, sentence: say(en) });

/**
 * A country that does not exist, for tests of the rooms: costs are a tenth, interest 12 % over a year of 360
 * days and simple, and costs are due five days after a letter was sent.
 */
export const testCountry: Country = {
  code: 'NL',
  title: { en: 'A country of tests' },
  timeZone: 'Europe/Amsterdam',
  holiday: () => null,
  contactWindow: () => ({ from: 0, to: 24 * 60 }),
  costs({ principalsCents, agreedCents }) {
    const feeCents = agreedCents ?? percentOfCents(sumCents(principalsCents), 1_000, 'half-up');
    return {
      feeCents,
      vatCents: cents(0),
      totalCents: feeCents,
      ground: ground('Test Act, s. 1', 'A tenth.'),
      lines: [{ amountCents: feeCents, sentence: say('10 %') }],
      remarks: [],
    };
  },
  interest({ principalCents, from, to }) {
    const days = Math.max(0, daysBetween(from, to));
    const amountCents = cents(Math.floor((principalCents * days) / 3_000));
    const period = { from, to, days, percent: '12', baseCents: principalCents, amountCents };
    return {
      interestCents: amountCents,
      openInterestCents: amountCents,
      openPrincipalCents: principalCents,
      excessCents: cents(0),
      periods: days === 0 ? [] : [{ ...period, sentence: say(`12 % for ${days} days of 360`) }],
      ground: ground('Test Act, s. 2', 'Twelve percent a year.'),
      remarks: [],
    };
  },
  claimable({ sentOn, returnedOn }) {
    const lastDayOn = returnedOn === null ? addDays(sentOn, 5) : null;
    return {
      deliveredOn: null,
      lastDayOn,
      claimableOn: lastDayOn && addDays(lastDayOn, 1),
      refusal: returnedOn === null ? null : 'returned',
      ground: ground('Test Act, s. 3', 'Five days after sending.'),
      steps: [say('Five days')],
      remarks: [],
    };
  },
  checkLetter: () => [],
  paymentOrder: {
    parts: ['costs', 'interest', 'principal'],
    ground: ground('Test Act, s. 4', 'Costs come first.'),
  },
};
