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

/** What a country of tests differs in. */
export type FlatLaw = Pick<
  Country,
  'code' | 'title' | 'timeZone' | 'holiday' | 'contactWindow' | 'checkLetter'
> & {
  readonly order: Country['paymentOrder']['parts'];
  /** Costs are this part of what is owed, in hundredths of a percent; an agreed amount goes before it. */
  readonly costsBasisPoints: number;
  /** Simple interest over a year of 360 days. */
  readonly interestPercent: number;
  /** So many days after sending are the last to pay without costs. */
  readonly daysToPay: number;
};

const say = (en: string): Localized => ({ en });
const ground = (section: number, en: string): LegalGround => ({
  article: `Test Act, s. ${section}`,
  sentence: say(en),
});

/** A country that does not exist: whole percentages, no VAT, and nothing that depends on who owes. */
export const flatCountry = ({ order, ...law }: FlatLaw): Country => ({
  ...law,
  costs({ principalsCents, agreedCents }) {
    const share = percentOfCents(sumCents(principalsCents), law.costsBasisPoints, 'half-up');
    const feeCents = agreedCents ?? share;
    return {
      feeCents,
      vatCents: cents(0),
      totalCents: feeCents,
      ground: ground(1, 'A part of what is owed.'),
      lines: [{ amountCents: feeCents, sentence: say(`${law.costsBasisPoints / 100} %`) }],
      remarks: [],
    };
  },
  interest({ principalCents, from, to }) {
    const { interestPercent } = law;
    const days = Math.max(0, daysBetween(from, to));
    const amountCents = cents(Math.floor((principalCents * days * interestPercent) / 36_000));
    const sentence = say(`${interestPercent} % for ${days} days of 360`);
    const percent = String(interestPercent);
    const period = { from, to, days, percent, baseCents: principalCents, amountCents, sentence };
    return {
      interestCents: amountCents,
      openInterestCents: amountCents,
      openPrincipalCents: principalCents,
      excessCents: cents(0),
      periods: days === 0 ? [] : [period],
      ground: ground(2, 'So many percent a year.'),
      remarks: [],
    };
  },
  claimable({ sentOn, returnedOn }) {
    const lastDayOn = returnedOn === null ? addDays(sentOn, law.daysToPay) : null;
    return {
      deliveredOn: null,
      lastDayOn,
      claimableOn: lastDayOn && addDays(lastDayOn, 1),
      refusal: returnedOn === null ? null : 'returned',
      ground: ground(3, 'So many days after sending.'),
      steps: [say(`${law.daysToPay} days`)],
      remarks: [],
    };
  },
  paymentOrder: { parts: order, ground: ground(4, 'In this order.') },
});
