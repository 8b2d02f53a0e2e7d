import { amountsOf, byAge, claimOf, openRowsOf, type Plan } from '../book/book.ts';
import { pointsOfAmount } from './amount-points.ts';
import type { Case } from './case.ts';
import { fillUp, pickAmounts, type Picked } from './pick-amounts.ts';
import type { ReadText } from '../reading/read-text.ts';
import type { Draft } from './proposal.ts';

const STRONG = 5;
const MOST_IN_SUM = 24;

/**
 * Ways to book a payment of a debtor who names no invoice: one that costs exactly this, else a term of a
 * plan, several that do together, the oldest of a dossier, or the only one that is open.
 */
export function draftUnnamed(open: Case, debtor: number): Draft[] {
  const rows = openRowsOf(open.book, debtor);
  const dossier = dossierOf(open, debtor);
  const within =
    dossier === null ? rows : rows.filter((row) => open.book.invoices.dossier[row] === dossier);
  const planned = draftPlan(open, debtor);
  const singles = draftSingles(open, debtor, within);
  const isPlanNamed = open.references.some((one) => one.kind === 'plan' && one.debtor === debtor);
  if (planned && (isPlanNamed || singles.length === 0)) return [planned, ...singles];
  if (singles.length > 0) return planned ? [...singles, planned] : singles;
  const sums = draftSums(open, debtor, within);
  if (sums.length > 0) return sums;
  if (dossier !== null) return draftDossier(open, debtor, within);
  return draftOnlyOpen(open, debtor, rows);
}

function dossierOf({ references, book }: Case, debtor: number): string | null {
  const found = references.find(
    (one) => one.kind === 'dossier' && one.debtor === debtor && one.weight >= STRONG,
  );
  return found ? (book.invoices.dossier[found.row] ?? null) : null;
}

/** Invoices that cost exactly this, best first: of the month that is named, whole claims, the oldest. */
function draftSingles(open: Case, debtor: number, rows: readonly number[]): Draft[] {
  const { book, payment } = open;
  const equal = rows.filter((row) => amountsOf(book, row).includes(payment.amountCents));
  const age = byAge(book);
  const inMonth = equal.filter((row) => monthFits(open, row) === true);
  const best = (inMonth.length > 0 ? inMonth : equal).toSorted(
    (a, b) =>
      Number(claimOf(book, b) === payment.amountCents) -
        Number(claimOf(book, a) === payment.amountCents) || age(a, b),
  );
  return best.slice(0, 3).map((row, at) => ({
    fit: 'exact' as const,
    parts: [{ row, amountCents: payment.amountCents }],
    debtor,
    named: [],
    points: pointsOfAmount(open, row) - at * 0.1,
    equals: best.length - 1,
  }));
}

/** Whether an invoice is of a month the text names; null when the text names none or the invoice has none. */
export function monthFits({ text, book }: Case, row: number): boolean | null {
  const period = book.invoices.period[row] ?? '';
  if (text.months.length === 0 || period === '') return null;
  const [year, month] = period.split('-');
  return text.months.some(
    (one) => one.month === Number(month) && (one.year === '' || one.year === year),
  );
}

function draftPlan(open: Case, debtor: number): Draft | null {
  const { book, payment, references } = open;
  const named = references.find((one) => one.kind === 'plan' && one.debtor === debtor);
  const plan: Plan | undefined = named ? book.plans[named.row] : book.planOfDebtor.get(debtor);
  if (!plan || (!named && plan.termCents !== payment.amountCents)) return null;
  const parts = fillUp(book, payment.amountCents, plan.rows);
  const points = plan.termCents === payment.amountCents ? 4 : 0;
  return parts.length > 0 ? { fit: 'term', parts, debtor, named: [], points, equals: 0 } : null;
}

function draftSums(open: Case, debtor: number, rows: readonly number[]): Draft[] {
  const { book, payment } = open;
  if (rows.length < 2) return [];
  const draft = (fit: 'all' | 'sum', picked: Picked, points: number): Draft => ({
    fit,
    parts: picked.parts,
    debtor,
    named: [],
    points,
    equals: 0,
    isOneOfSums: fit === 'sum' && !picked.isOnly,
  });
  const debts = rows.filter((row) => claimOf(book, row) > 0);
  for (const whole of debts.length < rows.length ? [debts, rows] : [rows]) {
    const all = pickAmounts(book, payment.amountCents, groups(whole, false));
    if (all && whole.length > 1) return [draft('all', all, 4)];
  }
  const oldest = rows.toSorted(byAge(book)).slice(0, MOST_IN_SUM);
  const some = pickAmounts(book, payment.amountCents, groups(oldest, true));
  if (!some || some.parts.length < 2) return [];
  return [draft('sum', some, some.parts.length <= 4 ? 3 : 2)];
}

const groups = (rows: readonly number[], isOptional: boolean) =>
  rows.map((row) => ({ row, isOptional }));

function draftDossier(open: Case, debtor: number, rows: readonly number[]): Draft[] {
  const { book, payment } = open;
  const debts = rows.filter((row) => claimOf(book, row) > 0).toSorted(byAge(book));
  const parts = fillUp(book, payment.amountCents, debts);
  const claim = debts.reduce((sum, row) => sum + claimOf(book, row), 0);
  const points = payment.amountCents <= claim ? 2 : -1;
  return parts.length > 0 ? [{ fit: 'dossier', parts, debtor, named: [], points, equals: 0 }] : [];
}

function draftOnlyOpen(open: Case, debtor: number, rows: readonly number[]): Draft[] {
  const { book, payment, text } = open;
  const [row, second] = rows.filter((one) => claimOf(book, one) > 0);
  if (row === undefined) return [];
  const amountCents = Math.min(payment.amountCents, claimOf(book, row));
  if (second !== undefined) return draftOldest(open, debtor, rows);
  const points = pointsOfDifference(text, payment.amountCents - claimOf(book, row), amountCents);
  const parts = [{ row, amountCents }];
  return [{ fit: 'only-open', parts, debtor, named: [], points, equals: 0 }];
}

const MOST_ROUNDED = 5;
const MOST_CHARGES = 4_000;

/** A cent of rounding or what a bank kept is understood; a part is when the text says so. */
// oxlint-disable-next-line max-params -- what is said, what differs, of how much
function pointsOfDifference(text: ReadText, overCents: number, paidCents: number): number {
  if (Math.abs(overCents) <= MOST_ROUNDED) return 2.5;
  if (overCents > 0) return overCents <= Math.max(200, paidCents * 0.02) ? 0.5 : -2;
  const isCharged = text.saysCharges && -overCents <= Math.min(MOST_CHARGES, paidCents);
  return isCharged || text.saysPart ? 2.2 : 0.5;
}

/** Nothing fits and several are open: the oldest first, for a person to look at. */
function draftOldest(open: Case, debtor: number, rows: readonly number[]): Draft[] {
  const debts = rows.filter((row) => claimOf(open.book, row) > 0).toSorted(byAge(open.book));
  const parts = fillUp(open.book, open.payment.amountCents, debts);
  return parts.length > 0
    ? [{ fit: 'dossier', parts, debtor, named: [], points: -4, equals: 0 }]
    : [];
}
