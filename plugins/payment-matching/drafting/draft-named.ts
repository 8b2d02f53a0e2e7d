import { amountsOf, claimOf, openRowsOf } from '../book/book.ts';
import type { Reference } from '../finding/reference.ts';
import { pointsOfAmount } from './amount-points.ts';
import type { Case } from './case.ts';
import { fillUp, pickAmounts } from './pick-amounts.ts';
import type { Draft, Part } from './proposal.ts';

/** Ways to book a payment on the invoices of one debtor that its text names. */
export function draftNamed(open: Case, debtor: number, named: readonly Reference[]): Draft[] {
  const { book, payment } = open;
  const rows = named.map((one) => one.row);
  const claim = rows.reduce((sum, row) => sum + claimOf(book, row), 0);
  const base = { debtor, named, equals: 0 };
  const exact = pickAmounts(book, payment.amountCents, groupsOf(rows, false));
  if (exact) {
    const { parts } = exact;
    if (parts.length > 1) return [{ ...base, fit: 'list', parts, points: 6 }];
    const row = parts[0]?.row ?? -1;
    return [{ ...base, fit: 'exact', parts, points: pointsOfAmount(open, row) }];
  }
  const less = payment.amountCents < claim ? draftLess(open, base, rows) : [];
  return payment.amountCents > claim ? draftMore(open, base, rows) : less;
}

type Base = Pick<Draft, 'debtor' | 'named' | 'equals'>;

const groupsOf = (rows: readonly number[], isOptional: boolean) =>
  rows.map((row) => ({ row, isOptional }));

function draftLess(open: Case, base: Base, rows: readonly number[]): Draft[] {
  const { book, payment } = open;
  const drafts: Draft[] = [];
  const credit = draftCredit(open, base, rows);
  if (credit) drafts.push(credit);
  const paying = rows.filter((row) => claimOf(book, row) > 0);
  const more = open.text.saysMore ? draftWithOthers(open, base, rows) : null;
  if (more) drafts.push(more);
  if (paying.length > 1) return [...drafts, ...draftShort(open, base, paying)];
  const [row] = paying;
  if (row === undefined) return drafts;
  const parts = [{ row, amountCents: payment.amountCents }];
  const points = (open.text.saysPart ? 0.8 : 0) - (more ? 3 : 0);
  return [...drafts, { ...base, fit: 'part', parts, points }];
}

/** With credit notes of the debtor, named or not, it is exact. */
function draftCredit(
  { book, payment, text }: Case,
  base: Base,
  rows: readonly number[],
): Draft | null {
  const credits = openRowsOf(book, base.debtor).filter(
    (row) => claimOf(book, row) < 0 && !rows.includes(row),
  );
  // What a bank kept is no credit note that happens to be as much.
  const isCharged = text.saysCharges && !text.saysCredit;
  if (credits.length === 0 || isCharged) return null;
  const groups = [...groupsOf(rows, false), ...groupsOf(credits.slice(0, 12), true)];
  const picked = pickAmounts(book, payment.amountCents, groups);
  if (!picked) return null;
  return { ...base, fit: 'credit', parts: picked.parts, points: 5, isOneOfSums: !picked.isOnly };
}

/** Of a list that is paid short: some of it exactly, else all of it with the shortage on one of them. */
function draftShort(open: Case, base: Base, rows: readonly number[]): Draft[] {
  const { book, payment } = open;
  const drafts: Draft[] = [];
  const some = pickAmounts(book, payment.amountCents, groupsOf(rows, true));
  if (some)
    drafts.push({
      ...base,
      fit: 'some',
      parts: some.parts,
      points: 2.5,
      isOneOfSums: !some.isOnly,
    });
  const claim = rows.reduce((sum, row) => sum + claimOf(book, row), 0);
  const shortage = claim - payment.amountCents;
  const last = rows.findLast((row) => claimOf(book, row) > shortage);
  if (last === undefined) return [...drafts, draftFilled(open, base, rows)];
  const parts = rows.map((row) => ({
    row,
    amountCents: claimOf(book, row) - (row === last ? shortage : 0),
  }));
  const points = shortage <= claim * 0.05 ? 2 : shortage <= claim * 0.12 ? 0.5 : -3;
  return [...drafts, { ...base, fit: 'short', parts, points }];
}

const draftFilled = (open: Case, base: Base, rows: readonly number[]): Draft => ({
  ...base,
  fit: 'short',
  parts: fillUp(open.book, open.payment.amountCents, rows),
  points: -4,
});

/** More than is named: with other invoices of the debtor it may be exact, else the rest stays free. */
function draftMore(open: Case, base: Base, rows: readonly number[]): Draft[] {
  const others = othersOf(open, base, rows);
  const more = draftWithOthers(open, base, rows);
  const over = draftOver(open, base, rows);
  if (!more) return over ? [withOther(open, others, over)] : [];
  if (!over) return [more];
  const isLikely = open.text.saysMore || more.isOneOfSums !== true;
  const less = isLikely ? { ...over, points: over.points - 4 } : over;
  return [more, withOther(open, others, less)];
}

const othersOf = ({ book }: Case, { debtor }: Base, rows: readonly number[]): number[] =>
  openRowsOf(book, debtor, 60).filter((row) => !rows.includes(row));

/** What is named and other invoices of the debtor that together cost exactly this, or null. */
function draftWithOthers(open: Case, base: Base, rows: readonly number[]): Draft | null {
  const { book, payment, text } = open;
  const others = othersOf(open, base, rows);
  if (others.length === 0) return null;
  const groups = [...groupsOf(rows, false), ...groupsOf(others.slice(0, 24), true)];
  const picked = pickAmounts(book, payment.amountCents, groups);
  if (!picked) return null;
  const points = (text.saysMore ? 5 : 3.5) - (picked.parts.length > rows.length + 3 ? 1 : 0);
  return { ...base, fit: 'more', parts: picked.parts, points, isOneOfSums: !picked.isOnly };
}

/** The payer may have meant another invoice that costs exactly this. */
function withOther({ book, payment }: Case, others: readonly number[], over: Draft): Draft {
  const isOther = others.some((row) => amountsOf(book, row).includes(payment.amountCents));
  return isOther ? { ...over, points: over.points - 3 } : over;
}

function draftOver({ book, payment }: Case, base: Base, rows: readonly number[]): Draft | null {
  const parts: Part[] = rows
    .map((row) => ({ row, amountCents: claimOf(book, row) }))
    .filter((part) => part.amountCents !== 0);
  const total = parts.reduce((sum, part) => sum + part.amountCents, 0);
  if (total <= 0) return null;
  const isLittle = payment.amountCents - total <= Math.max(500, total * 0.05);
  const points = (isLittle ? 0.5 : -1) - (parts.length > 1 ? 0.5 : 0);
  return { ...base, fit: 'over', parts, points };
}
