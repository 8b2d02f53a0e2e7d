import { amountsOf, type Book, claimOf, openRowsOf } from '../book/book.ts';
import { touches } from '../finding/find-references.ts';
import type { Reference } from '../finding/reference.ts';
import type { Part } from './proposal.ts';

/** One way to read a mention: what it may pay. */
export type Choice = {
  readonly reference: Reference;
  readonly parts: readonly Part[];
  readonly amountCents: number;
};
/** A place in the text that names an invoice, a dossier or a customer; perhaps one of several. */
export type Mention = {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly references: readonly Reference[];
};

const LEAST_NUMBER = 3;
const LEAST_NAME = 4.5;
const MOST_ROWS = 40;
/** Of several readings of one place those count that are not much worse than the best. */
const NEAR = 1.5;

/** Every place that names something open, from left to right, each once. */
export function mentionsOf(book: Book, references: readonly Reference[], spread = NEAR): Mention[] {
  const numbers = references.filter((one) => isOpenNumber(book, one));
  const names = references.filter((one) => isOpenName(book, one, numbers));
  const byPlace = Map.groupBy([...numbers, ...names], ({ piece }) => `${piece.from} ${piece.to}`);
  return withoutOverlaps([...byPlace.values()].map((at) => mentionOf(at, spread)))
    .toSorted((a, b) => a.from - b.from)
    .filter(isFirstOfItsKind());
}

/** Of readings that share digits the surest stays, then the longest. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  const size = ({ from, to }: Mention) => to - from;
  for (const one of mentions.toSorted((a, b) => b.weight - a.weight || size(b) - size(a))) {
    if (!kept.some((other) => other.from < one.to && one.from < other.to)) kept.push(one);
  }
  return kept;
}

const isOpenNumber = (book: Book, { kind, row, weight }: Reference): boolean =>
  (kind === 'number' || kind === 'kenmerk') && weight >= LEAST_NUMBER && claimOf(book, row) !== 0;

/** A dossier or customer beside the number of an invoice of the same debtor only says it again. */
function isOpenName(book: Book, one: Reference, numbers: readonly Reference[]): boolean {
  if ((one.kind !== 'dossier' && one.kind !== 'customer') || one.weight < LEAST_NAME) return false;
  if (numbers.some((other) => other.debtor === one.debtor || touches(other, one.piece)))
    return false;
  return rowsOf(book, one).length > 0;
}

function mentionOf(references: readonly Reference[], spread: number): Mention {
  const { from = 0, to = 0 } = references[0]?.piece ?? {};
  const most = Math.max(...references.map((one) => one.weight));
  const kept = references
    .filter((one) => one.weight >= most - spread)
    .toSorted((a, b) => b.weight - a.weight);
  return { from, to, weight: most, references: kept };
}

/** The same single invoice or debtor written twice counts once. */
function isFirstOfItsKind(): (mention: Mention) => boolean {
  const seen = new Set<string>();
  return ({ references }) => {
    const [first, second] = references;
    if (!first || second) return true;
    const key =
      first.kind === 'dossier' || first.kind === 'customer' ? `debtor ${first.debtor}` : first.row;
    if (seen.has(String(key))) return false;
    seen.add(String(key));
    return true;
  };
}

/** The open invoices that a reference stands for: one, those of a dossier, or those of a customer. */
export function rowsOf(book: Book, { kind, row, debtor }: Reference): number[] {
  if (kind === 'number' || kind === 'kenmerk') return [row];
  const rows = openRowsOf(book, debtor, MOST_ROWS).filter((one) => claimOf(book, one) > 0);
  if (kind !== 'dossier') return rows;
  const dossier = book.invoices.dossier[row];
  return rows.filter((one) => book.invoices.dossier[one] === dossier);
}

/** What a mention pays by one measure: 0 whole claims, 1 principals, 2 principals with costs. */
export function choicesBy(book: Book, { references }: Mention, measure: 0 | 1 | 2): Choice[] {
  return references.map((reference) => choiceOf(book, reference, measure));
}

/** What a mention pays by any measure. */
export function allChoices(book: Book, mention: Mention): Choice[] {
  return mention.references.flatMap((reference) => {
    const byAmount = new Map<number, Choice>();
    for (const measure of [0, 1, 2] as const) {
      const choice = choiceOf(book, reference, measure);
      if (!byAmount.has(choice.amountCents)) byAmount.set(choice.amountCents, choice);
    }
    return [...byAmount.values()];
  });
}

function choiceOf(book: Book, reference: Reference, measure: 0 | 1 | 2): Choice {
  const parts = rowsOf(book, reference).map((row) => {
    const amounts = amountsOf(book, row);
    return { row, amountCents: amounts[measure] || amounts[0] };
  });
  return { reference, parts, amountCents: parts.reduce((sum, one) => sum + one.amountCents, 0) };
}
