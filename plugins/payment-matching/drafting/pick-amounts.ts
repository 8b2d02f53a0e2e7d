import { amountsOf, type Book, claimOf } from '../book/book.ts';
import { findSum, type SumPart } from '../finding/find-sum.ts';
import type { Part } from './proposal.ts';

export type Picked = { readonly parts: readonly Part[]; readonly isOnly: boolean };
export type Group = { readonly row: number; readonly isOptional: boolean };

const VARIANTS = [0, 1, 2] as const;

/**
 * Amounts for these invoices that add up to exactly what was paid: first all of them by the same
 * measure (whole claims, principals, principals with costs), then mixed. Null when there is no such sum.
 */
export function pickAmounts(
  book: Book,
  targetCents: number,
  groups: readonly Group[],
): Picked | null {
  if (groups.length === 0 || groups.length > 60) return null;
  for (const variant of VARIANTS) {
    const parts = groups.map(({ row, isOptional }) => {
      const amounts = amountsOf(book, row);
      return { amounts: [amounts[variant] || amounts[0]], isOptional };
    });
    const picked = solve(targetCents, groups, parts);
    if (picked) return picked;
  }
  const optional = groups.filter((group) => group.isOptional).length;
  if (optional > 8) return null;
  const mixed = groups.map(({ row, isOptional }) => ({
    amounts: distinct(amountsOf(book, row)),
    isOptional,
  }));
  return solve(targetCents, groups, mixed);
}

const distinct = (amounts: readonly number[]): number[] =>
  [...new Set(amounts)].filter((one) => one !== 0);

function solve(
  targetCents: number,
  groups: readonly Group[],
  parts: readonly SumPart[],
): Picked | null {
  const sum = findSum(targetCents, parts);
  if (!sum) return null;
  const picked = sum.picks.flatMap((pick, at) => {
    const amountCents = pick < 0 ? 0 : (parts[at]?.amounts[pick] ?? 0);
    const row = groups[at]?.row;
    return row === undefined || amountCents === 0 ? [] : [{ row, amountCents }];
  });
  return picked.length > 0 ? { parts: picked, isOnly: sum.isOnly } : null;
}

/** Each up to its claim, in this order, until the money is gone. */
export function fillUp(book: Book, paidCents: number, rows: readonly number[]): Part[] {
  let left = paidCents;
  const parts: Part[] = [];
  for (const row of rows) {
    const amountCents = Math.min(left, claimOf(book, row));
    if (amountCents <= 0) continue;
    parts.push({ row, amountCents });
    left -= amountCents;
  }
  return parts;
}
