import {
  addDays,
  type CalendarDate,
  cents,
  type InterestAnswer,
  type InterestPeriod,
  type InterestQuestion,
  daysBetween,
  sumCents,
} from '@inning/sdk';
import {
  InterestAmountInvalidError,
  InterestPercentInvalidError,
  InterestTermTooLongError,
} from '../law.errors.ts';
import { fill } from '../localized-text.ts';
import { baseOf, capitalise, type Debt, grow, newDebt, openInterestOf, pay } from './debt.ts';
import {
  add,
  divide,
  type Fraction,
  multiply,
  readDecimal,
  roundHalfUp,
  whole,
  writeDecimal,
  ZERO,
} from '../fraction.ts';
import { DAY_TEXT, GROUNDS, NO_DAYS, PERIOD_TEXT, TABLE_OLD } from './interest-texts.ts';
import { RATE_TABLES, rateOn, type RateTable, unsureFrom } from './rates.ts';
import { anniversariesBetween, hasLeapDay } from './split-days.ts';

/** Where practice differs. See the decision about the day count for why the defaults are as they are. */
export type InterestPractice = {
  /** Days over 365, or over 366 in a stretch with 29 February in it. */
  readonly dayCount?: 'actual-365' | 'actual-366-in-leap';
  /** `once`: exact until money moves or the end. `each-period`: every period to whole cents. */
  readonly rounding?: 'once' | 'each-period';
  /** Other rates than those by law, such as agreed ones that change with time. */
  readonly table?: RateTable;
};

/**
 * Interest on a principal, cut where the rate, the base or the year of default changes. Throws
 * when the table has no rate for the first day, or when an amount or percentage makes no sense.
 */
export function computeInterest(
  question: InterestQuestion,
  practice: InterestPractice = {},
): InterestAnswer {
  refuseNonsense(question);
  const table = practice.table ?? RATE_TABLES[question.kind];
  const days = cutDays(question, table);
  const yearEnds = anniversaries(question);
  let debt = newDebt(question.principalCents);
  let excessCents = 0;
  const periods: InterestPeriod[] = [];

  days.forEach((day, index) => {
    if (yearEnds.has(day)) debt = capitalise(debt);
    for (const { amountCents, towards } of paymentsAt(question, day)) {
      const paid = pay(debt, amountCents, towards);
      debt = paid.debt;
      excessCents += paid.excessCents;
    }
    const next = days[index + 1];
    if (next === undefined || roundHalfUp(baseOf(debt)) === 0) return;
    const grown = growOver(debt, { from: day, to: next, question, practice, table });
    debt = grown.debt;
    periods.push(grown.period);
  });

  return {
    interestCents: sumCents(periods.map(({ amountCents }) => amountCents)),
    openInterestCents: cents(openInterestOf(debt)),
    openPrincipalCents: cents(debt.principalCents),
    excessCents: cents(excessCents),
    periods,
    ground: groundOf(question, table),
    remarks: remarksOn(question, table),
  };
}

const HUNDRED_YEARS = 100;

function refuseNonsense({ principalCents, payments, agreed, from, to }: InterestQuestion): void {
  if (principalCents < 0) throw new InterestAmountInvalidError('principal', principalCents);
  const wrong = payments.find(({ amountCents }) => amountCents <= 0);
  if (wrong) throw new InterestAmountInvalidError('payment', wrong.amountCents);
  if (agreed && !readDecimal(agreed.percent)) throw new InterestPercentInvalidError(agreed.percent);
  const isLong = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > HUNDRED_YEARS;
  if (isLong) throw new InterestTermTooLongError(from, to);
}

/** Every day on which something changes, the first and the last included. */
function cutDays(question: InterestQuestion, table: RateTable): CalendarDate[] {
  const { from, to, payments } = question;
  if (to < from) return [];
  const days = new Set([from, to, ...anniversaries(question)]);
  for (const { on } of payments) if (on > from && on < to) days.add(on);
  if (!isFixed(question)) {
    let next = rateOn(table, from).nextOn;
    while (next !== null && next < to) {
      days.add(next);
      next = rateOn(table, next).nextOn;
    }
  }
  return [...days].toSorted();
}

/** The days on which interest starts to bear interest. */
function anniversaries({ agreed, from, to }: InterestQuestion): Set<CalendarDate> {
  return new Set(agreed?.isCompound === false ? [] : anniversariesBetween(from, to));
}

const isFixed = ({ agreed }: InterestQuestion) => agreed !== null && !agreed.isOnTop;

/** What was paid before the first day counts on the first day. */
function paymentsAt({ payments, from }: InterestQuestion, day: CalendarDate) {
  return payments.filter(({ on }) => (on < from ? from : on) === day);
}

type Stretch = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly question: InterestQuestion;
  readonly practice: InterestPractice;
  readonly table: RateTable;
};

function growOver(debt: Debt, { from, to, question, practice, table }: Stretch) {
  const days = daysBetween(from, to);
  const percent = percentOn(question, from, table);
  const isLeap = practice.dayCount === 'actual-366-in-leap' && hasLeapDay(from, to);
  const yearDays = isLeap ? 366 : 365;
  const exact = divide(multiply(multiply(baseOf(debt), percent), whole(days)), 100 * yearDays);
  const isRounded = practice.rounding === 'each-period';
  const grown = grow(debt, isRounded ? whole(roundHalfUp(exact)) : exact);

  // Differences of rounded totals, so that the lines add up to the one rounded sum.
  const amountCents = cents(openInterestOf(grown) - openInterestOf(debt));
  const baseCents = cents(roundHalfUp(baseOf(debt)));
  const lastOn = addDays(to, -1);
  const ratePercent = writeDecimal(percent);
  const facts = { baseCents, ratePercent, days, yearDays, amountCents, fromOn: from, lastOn };
  const sentence = fill(days === 1 ? DAY_TEXT : PERIOD_TEXT, facts);
  const period = { from, to, days, percent: ratePercent, baseCents, amountCents, sentence };
  return { debt: grown, period };
}

function percentOn({ agreed }: InterestQuestion, day: CalendarDate, table: RateTable): Fraction {
  const extra = (agreed && readDecimal(agreed.percent)) ?? ZERO;
  if (agreed && !agreed.isOnTop) return extra;
  return add(rateOn(table, day).percent, extra);
}

function groundOf({ kind, agreed }: InterestQuestion, { article }: RateTable) {
  if (!agreed) return { article, sentence: GROUNDS[kind] };
  return { article: 'art. 6:119 lid 3 BW', sentence: GROUNDS[agreed.isOnTop ? 'onTop' : 'fixed'] };
}

function remarksOn(question: InterestQuestion, table: RateTable) {
  const { from, to } = question;
  const noDays = { code: 'INTEREST_NO_DAYS', sentence: NO_DAYS };
  const isOld = !isFixed(question) && to > unsureFrom(table);
  const old = {
    code: 'INTEREST_TABLE_OLD',
    sentence: fill(TABLE_OLD, { untilOn: table.validUntil }),
  };
  return [...(to <= from ? [noDays] : []), ...(to > from && isOld ? [old] : [])];
}
