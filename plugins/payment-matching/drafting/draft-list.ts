import { amountsOf, claimOf } from '../book/book.ts';
import { findSum } from '../finding/find-sum.ts';
import type { Reference } from '../finding/reference.ts';
import type { Case } from './case.ts';
import type { Draft, Part } from './proposal.ts';

type Choice = { readonly reference: Reference; readonly amountCents: number };

const MOST_NUMBERS = 30;
const SURE = 5.5;

/**
 * A list of invoices of several debtors in one payment, as offices and households pay. Numbers that two
 * creditors use are settled by the sum, which must be exact. Null when it is not such a list.
 */
export function draftList(open: Case, references: readonly Reference[]): Draft | null {
  const numbers = references.filter((one) => one.weight >= 3 && claimOf(open.book, one.row) !== 0);
  const debtors = new Set(numbers.map((one) => one.debtor));
  if (debtors.size < 2) return null;
  const lists = listsOf(numbers);
  if (lists.length < 2 || lists.length > MOST_NUMBERS) return null;
  const choices = lists.map((list) => list.flatMap((reference) => choicesOf(open, reference)));
  const parts = lists.map((list, at) => ({
    amounts: choices[at]?.map((choice) => choice.amountCents) ?? [],
    isOptional: list.every((reference) => reference.weight < SURE),
  }));
  const sum = findSum(open.payment.amountCents, parts);
  if (!sum) return null;
  const picked = sum.picks.flatMap((pick, at) => choices[at]?.[pick] ?? []);
  return picked.length < 2 ? null : draftOf(picked, sum.isOnly);
}

/** Per place in the text the invoices it may name; the same single invoice written twice counts once. */
function listsOf(numbers: readonly Reference[]): Reference[][] {
  const byPlace = [...Map.groupBy(numbers, ({ piece }) => `${piece.from} ${piece.to}`).values()];
  const seen = new Set<number>();
  return byPlace.filter((list) => {
    const [first] = list;
    if (!first || list.length > 1) return true;
    if (seen.has(first.row)) return false;
    seen.add(first.row);
    return true;
  });
}

const choicesOf = ({ book }: Case, reference: Reference): Choice[] =>
  [...new Set(amountsOf(book, reference.row))]
    .filter((amountCents) => amountCents !== 0)
    .map((amountCents) => ({ reference, amountCents }));

function draftOf(picked: readonly Choice[], isOnly: boolean): Draft | null {
  const parts: Part[] = picked.map(({ reference, amountCents }) => ({
    row: reference.row,
    amountCents,
  }));
  if (new Set(parts.map((part) => part.row)).size < parts.length) return null;
  const named = picked.map((choice) => choice.reference);
  return { fit: 'list', parts, debtor: -1, named, points: 6, equals: 0, isOneOfSums: !isOnly };
}
