import { type CalendarDate, type Cents, cents, subtractCents } from '@inning/sdk';

/** What is looked at of a statement. */
export type CoveredStatement = {
  readonly id: string;
  readonly number: string;
  readonly sequence: string | null;
  readonly openingCents: Cents | null;
  readonly openingOn: CalendarDate | null;
  readonly closingCents: Cents | null;
  readonly closingOn: CalendarDate | null;
  readonly totalCents: Cents;
};
/** `missing` lies between two statements, `overlap` is covered twice, `unbalanced` does not add up. */
export type StatementGap = {
  readonly kind: 'missing' | 'overlap' | 'unbalanced';
  readonly statementId: string;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  /** By how much the balances differ; null when only the numbers of the statements tell. */
  readonly differenceCents: Cents | null;
  /** Numbers that are missing, as far as the bank counts. */
  readonly missingNumbers: number;
};

/**
 * What is missing between the statements of one account, or there twice. Balances decide; where a
 * statement has none, the bank's own counting does, which begins again each year.
 */
export function findGaps(statements: readonly CoveredStatement[]): StatementGap[] {
  const ordered = distinct(statements).toSorted(byDay);
  const gaps = ordered.flatMap(unbalanced);
  const closings = new Set<number>();
  let before: CoveredStatement | null = null;
  for (const one of ordered) {
    const isContinued = one.openingCents !== null && closings.has(one.openingCents);
    if (before && !isContinued) gaps.push(...between(before, one));
    if (one.closingCents !== null) closings.add(one.closingCents);
    if (!before || lastDayOf(one) >= lastDayOf(before)) before = one;
  }
  return gaps;
}

/** The same days in another format are one statement. */
function distinct(statements: readonly CoveredStatement[]): CoveredStatement[] {
  const byCover = new Map<string, CoveredStatement>();
  for (const one of statements) {
    const { closingOn, openingCents, closingCents } = one;
    const isKnown = closingOn !== null && openingCents !== null && closingCents !== null;
    const cover = isKnown ? `${closingOn} ${openingCents} ${closingCents}` : one.id;
    if (!byCover.has(cover)) byCover.set(cover, one);
  }
  return [...byCover.values()];
}

const firstDayOf = (one: CoveredStatement): string => one.openingOn ?? one.closingOn ?? '';
const lastDayOf = (one: CoveredStatement): string => one.closingOn ?? one.openingOn ?? '';
const numberOf = ({ sequence, number }: CoveredStatement): number => {
  const digits = /^\d+/.exec(sequence ?? number)?.[0];
  return digits === undefined ? Number.NaN : Number(digits);
};

function byDay(a: CoveredStatement, b: CoveredStatement): number {
  const [left, right] = [lastDayOf(a), lastDayOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  const [one, other] = [numberOf(a), numberOf(b)];
  return Number.isNaN(one) || Number.isNaN(other) ? 0 : one - other;
}

function unbalanced(one: CoveredStatement): StatementGap[] {
  if (one.openingCents === null || one.closingCents === null) return [];
  const differenceCents = cents(one.closingCents - one.openingCents - one.totalCents);
  if (differenceCents === 0) return [];
  const days = { from: one.openingOn, until: one.closingOn };
  return [{ kind: 'unbalanced', statementId: one.id, ...days, differenceCents, missingNumbers: 0 }];
}

function between(before: CoveredStatement, one: CoveredStatement): StatementGap[] {
  const missingNumbers = skippedNumbers(before, one);
  const base = {
    statementId: one.id,
    from: before.closingOn,
    until: one.openingOn,
    missingNumbers,
  };
  if (before.closingCents === null || one.openingCents === null) {
    return missingNumbers > 0 ? [{ ...base, kind: 'missing', differenceCents: null }] : [];
  }
  const differenceCents = subtractCents(one.openingCents, before.closingCents);
  if (differenceCents === 0) return [];
  const isTwice = firstDayOf(one) < lastDayOf(before);
  return [{ ...base, kind: isTwice ? 'overlap' : 'missing', differenceCents }];
}

/** Within one year, and only where the bank counts by one. */
function skippedNumbers(before: CoveredStatement, one: CoveredStatement): number {
  const isSameYear = lastDayOf(before).slice(0, 4) === lastDayOf(one).slice(0, 4);
  const skipped = numberOf(one) - numberOf(before) - 1;
  return isSameYear && skipped > 0 && skipped < 400 ? skipped : 0;
}
