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
import { plugin } from './some-plugins.ts';

const say = (en: string): Localized => ({ en });
const ground = (article: string, en: string): LegalGround => ({ article, sentence: say(en) });

/**
 * Ruritania, which does not exist and where everything is different: costs are five percent without
 * VAT, a bank year has 360 days, a week after sending costs are due, and a letter needs no words.
 */
export const ruritania: Country = {
  code: 'QQ',
  title: { en: 'Ruritania' },
  timeZone: 'Europe/Prague',
  holiday: (day) => (day.endsWith('-08-01') ? 'Coronation Day' : null),
  contactWindow: ({ channel }) => (channel === 'phone' ? null : { from: 0, to: 24 * 60 }),

  costs({ principalsCents }) {
    const feeCents = percentOfCents(sumCents(principalsCents), 500, 'half-up');
    return {
      feeCents,
      vatCents: cents(0),
      totalCents: feeCents,
      ground: ground('Collection Act, s. 1', 'Five percent of what is owed.'),
      lines: [{ amountCents: feeCents, sentence: say('5 %') }],
      remarks: [],
    };
  },

  interest({ principalCents, from, to }) {
    const days = Math.max(0, daysBetween(from, to));
    const amountCents = cents(Math.floor((principalCents * days) / 3_600));
    const period = { from, to, days, percent: '10', baseCents: principalCents, amountCents };
    return {
      interestCents: amountCents,
      openInterestCents: amountCents,
      openPrincipalCents: principalCents,
      excessCents: cents(0),
      periods: days === 0 ? [] : [{ ...period, sentence: say(`10 % for ${days} days of 360`) }],
      ground: ground('Bank Act, s. 9', 'Ten percent a year.'),
      remarks: [],
    };
  },

  claimable({ sentOn, returnedOn }) {
    const lastDayOn = returnedOn === null ? addDays(sentOn, 6) : null;
    return {
      deliveredOn: null,
      lastDayOn,
      claimableOn: lastDayOn && addDays(lastDayOn, 1),
      refusal: returnedOn === null ? null : 'returned',
      ground: ground('Collection Act, s. 2', 'A week after sending.'),
      steps: [say('A week')],
      remarks: [],
    };
  },

  // Whoever lent gets it back before anybody is paid for asking.
  paymentOrder: {
    parts: ['principal', 'interest', 'costs'],
    ground: ground('Collection Act, s. 3', 'What was lent comes first.'),
  },

  checkLetter: ({ claims }) =>
    claims.some(({ isInLetter }) => isInLetter)
      ? []
      : [
          {
            code: 'NOTHING_DEMANDED',
            severity: 'error',
            article: 'Collection Act, s. 2',
            claimId: null,
            sentence: say('The letter demands nothing.'),
          },
        ],
};

export const ruritaniaPlugin = plugin('country-qq', {
  setup: (host) => host.countries.add(ruritania),
});
