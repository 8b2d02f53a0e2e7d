import { claimOf, debtorOf } from '../book/book.ts';
import { touches } from '../finding/find-references.ts';
import type { Reference } from '../finding/reference.ts';
import { pointsOfAmount } from './amount-points.ts';
import type { Case } from './case.ts';
import { draftAccount } from './draft-account.ts';
import { draftLists } from './draft-list.ts';
import { draftNamed } from './draft-named.ts';
import { draftUnnamed } from './draft-unnamed.ts';
import type { Draft } from './proposal.ts';
import { fillRange, findScoped } from './scoped-references.ts';

const SURE = 5;
const MOST_DEBTORS = 40;
const MOST_BY_AMOUNT = 3;

/** Every way to book a payment that something points at. */
export function draftCase(open: Case): Draft[] {
  const numbers = open.references.filter(isOpenNumber(open));
  const drafts: Draft[] = [];
  drafts.push(...draftLists(open));
  const together = numbers.length === 0 ? draftAccount(open) : null;
  if (together) drafts.push(together);
  for (const debtor of debtorsOf(open)) drafts.push(...draftDebtor(open, debtor, numbers));
  return drafts.length > 0 ? drafts : draftAmount(open);
}

const isOpenNumber =
  ({ book }: Case) =>
  ({ kind, row }: Reference): boolean =>
    (kind === 'number' || kind === 'kenmerk') && claimOf(book, row) !== 0;

/** Whom the text or the payer points at, surest first. */
function debtorsOf({ references, payers }: Case): number[] {
  const points = new Map<number, number>();
  const add = (debtor: number, more: number) =>
    points.set(debtor, (points.get(debtor) ?? 0) + more);
  for (const [debtor, payer] of payers) add(debtor, payer.points);
  for (const { debtor, weight } of references) if (weight >= 2) add(debtor, weight);
  const sorted = [...points].filter(([, sum]) => sum >= 1).sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, MOST_DEBTORS).map(([debtor]) => debtor);
}

function draftDebtor(open: Case, debtor: number, numbers: readonly Reference[]): Draft[] {
  const isPayer = (open.payers.get(debtor)?.points ?? 0) >= 2;
  const readings = numbers.filter((one) => one.debtor === debtor);
  const written = onePerRow(readings);
  const isLoose = isPayer || written.some((one) => one.weight >= SURE);
  const loose = isLoose ? findScoped(open, debtor, written) : [];
  const sets = setsOf(open, debtor, [...readings, ...loose]);
  const drafts = sets.flatMap((set) => (set.length > 0 ? draftNamed(open, debtor, set) : []));
  const isMeant = isPayer || pointsAtDebtor(open, debtor);
  return isMeant ? [...drafts, ...draftUnnamed(open, debtor)] : drafts;
}

/** What the text may name: everything, only what is sure, or another reading of a doubtful number. */
function setsOf(open: Case, debtor: number, references: readonly Reference[]): Reference[][] {
  const all = onePerRow(references);
  const sure = all.filter((one) => one.weight >= SURE);
  const others = alsoLikely(references, all).map((other) =>
    all.map((one) => (touches(one, other.piece) ? other : one)),
  );
  const singles = sure.length === 0 && all.length > 1 ? all.slice(0, 3).map((one) => [one]) : [];
  const some = sure.length < all.length ? [sure] : [];
  return [[...all, ...fillRange(open, debtor, all)], ...some, ...singles, ...others];
}

const pointsAtDebtor = ({ references }: Case, debtor: number): boolean =>
  references.some(
    (one) =>
      one.debtor === debtor && one.kind !== 'number' && one.kind !== 'kenmerk' && one.weight >= 2,
  );

/** An invoice that is named twice counts once, and a place in the text names one invoice. */
function onePerRow(references: readonly Reference[]): Reference[] {
  const best = new Map<number, Reference>();
  for (const one of references) {
    const known = best.get(one.row);
    if (!known) best.set(one.row, one);
    else if (one.weight > known.weight) best.set(one.row, one);
  }
  const kept = [...best.values()];
  return kept
    .filter((one) => !kept.some((other) => other !== one && isBetterSpot(other, one)))
    .toSorted((a, b) => a.piece.from - b.piece.from);
}

/** Invoices that a number with a typing error may mean just as well. */
const alsoLikely = (references: readonly Reference[], chosen: readonly Reference[]): Reference[] =>
  references
    .filter(
      (one) =>
        !chosen.some((other) => other.row === one.row) &&
        chosen.some((other) => touches(other, one.piece) && other.weight <= one.weight + 0.5),
    )
    .slice(0, 6);

function isBetterSpot(other: Reference, one: Reference): boolean {
  if (!touches(other, one.piece)) return false;
  return other.weight > one.weight || (other.weight === one.weight && other.row < one.row);
}

/** Nobody is pointed at: the few invoices that cost exactly this, for a person to look at. */
function draftAmount(open: Case): Draft[] {
  if (open.ofAmount.length > MOST_BY_AMOUNT * 4) return [];
  return open.ofAmount
    .filter((row) => claimOf(open.book, row) >= open.payment.amountCents)
    .slice(0, MOST_BY_AMOUNT)
    .map((row) => ({
      fit: 'amount-only' as const,
      parts: [{ row, amountCents: open.payment.amountCents }],
      debtor: debtorOf(open.book, row),
      named: [],
      points: Math.min(4, pointsOfAmount(open, row)),
      equals: 0,
    }));
}
