import { findSum, type SumPart } from '../finding/find-sum.ts';
import type { Case } from './case.ts';
import { allChoices, type Choice, choicesBy, type Mention } from './mentions.ts';
import type { Draft, Part } from './proposal.ts';

const SURE = 5.5;
const MEASURES = [0, 1, 2] as const;

/** All that is named costs exactly what was paid: by one measure for all, else by any. */
export function draftExact({ book, payment }: Case, mentions: readonly Mention[]): Draft | null {
  const target = payment.amountCents;
  for (const measure of MEASURES) {
    const found = solve(target, mentions, (mention) => choicesBy(book, mention, measure));
    if (found) return found;
  }
  return solve(target, mentions, (mention) => allChoices(book, mention));
}

// oxlint-disable-next-line max-params -- a sum, what it is of, and how each of it is read
function solve(
  targetCents: number,
  mentions: readonly Mention[],
  choicesOf: (mention: Mention) => Choice[],
): Draft | null {
  const choices = mentions.map(choicesOf);
  const parts = mentions.map(({ weight }, at) => ({
    amounts: choices[at]?.map((choice) => choice.amountCents) ?? [],
    isOptional: weight < SURE,
  }));
  const sum = findSum(targetCents, parts);
  if (!sum) return null;
  const picked = sum.picks.flatMap((pick, at) => choices[at]?.[pick] ?? []);
  if (picked.length < 2) return null;
  return listOf(picked, { isOnly: sum.isOnly && !isChance(parts) });
}

const CHANCES = 50;

/** So many ways to read a list that one of them fits by chance: long ones in which each may cost three amounts. */
function isChance(parts: readonly SumPart[]): boolean {
  let [ways, spread] = [1, 0];
  for (const { amounts, isOptional } of parts) {
    const all = isOptional ? [0, ...amounts] : amounts;
    ways *= all.length;
    spread += Math.max(...all) - Math.min(...all);
  }
  return ways > CHANCES && ways * CHANCES > spread;
}

/** One booking of several readings, or null when two of them mean the same invoice. */
export function listOf(
  picked: readonly Pick<Choice, 'reference' | 'parts'>[],
  { isOnly }: { readonly isOnly: boolean },
): Draft | null {
  const parts: Part[] = picked.flatMap((choice) => choice.parts);
  if (new Set(parts.map((part) => part.row)).size < parts.length) return null;
  const named = picked.map((choice) => choice.reference);
  const [debtor = -1, second] = new Set(named.map((one) => one.debtor));
  return {
    fit: 'list',
    parts,
    debtor: second === undefined ? debtor : -1,
    named,
    points: 6,
    equals: 0,
    isOneOfSums: !isOnly,
  };
}
