import { amountsOf, type Book, byAge } from '../book/book.ts';
import type { Reference } from '../finding/reference.ts';
import type { Case } from './case.ts';
import { draftInexact, draftTyped } from './draft-inexact-list.ts';
import { draftExact, listOf } from './exact-list.ts';
import { choicesBy, type Mention, mentionsOf, rowsOf } from './mentions.ts';
import { fillUp, pickAmounts } from './pick-amounts.ts';
import type { Draft, Part } from './proposal.ts';
import { pairAmounts } from './stated-amounts.ts';

const MOST_MENTIONS = 30;

/**
 * Invoices, dossiers and customers of several debtors in one payment, as offices, bailiffs and households
 * pay. Numbers that two creditors use are settled by the sum. Empty when it is not such a list.
 */
export function draftLists(open: Case): Draft[] {
  if (open.references.length === 0) return [];
  const mentions = mentionsOf(open.book, open.references);
  if (mentions.length === 0 || mentions.length > MOST_MENTIONS) return [];
  if (!isOfSeveral(mentions)) return draftWithTyped(open, mentions);
  const stated = draftStated(open, mentions);
  if (stated) return [stated];
  const exact = draftExact(open, mentions);
  return exact ? [exact] : draftInexact(open, mentions);
}

/** More came than the one debtor who is named owes there: with a mistyped number it may be for another too. */
function draftWithTyped(open: Case, mentions: readonly Mention[]): Draft[] {
  const claims = mentions.flatMap((mention) => choicesBy(open.book, mention, 0).slice(0, 1));
  const claim = claims.reduce((sum, one) => sum + one.amountCents, 0);
  if (open.payment.amountCents <= claim) return [];
  const typed = draftTyped(open);
  return typed && typed.debtor < 0 ? [typed] : [];
}

const isOfSeveral = (mentions: readonly Mention[]): boolean =>
  mentions.length > 1 &&
  new Set(mentions.flatMap(({ references }) => references.map((one) => one.debtor))).size > 1;

/** The text says per number what is paid of it. */
function draftStated({ book, payment, text }: Case, mentions: readonly Mention[]): Draft | null {
  const amounts = pairAmounts(text.plain, mentions, payment.amountCents);
  if (!amounts) return null;
  let isOnly = true;
  const picked = mentions.flatMap((mention, at) => {
    const readings = likeliest(book, mention, amounts[at] ?? 0);
    if (readings.length > 1) isOnly = false;
    return readings.slice(0, 1);
  });
  if (picked.length < mentions.length) return null;
  return listOf(picked, { isOnly });
}

type Reading = { readonly reference: Reference; readonly parts: readonly Part[] };

/** What a mention may mean with this amount: those that cost exactly this, else those of which it is a part. */
function likeliest(book: Book, { references }: Mention, amountCents: number): Reading[] {
  const readings = references.flatMap((reference) => {
    const read = readStated(book, reference, amountCents);
    return read ? [{ reference, ...read }] : [];
  });
  const exact = readings.filter((one) => one.isExact);
  return exact.length > 0 ? exact : readings;
}

/** One invoice that costs this, all of them, some of them, or the oldest first. */
function readStated(book: Book, reference: Reference, amountCents: number) {
  const rows = rowsOf(book, reference);
  const single = rows.find((row) => amountsOf(book, row).includes(amountCents));
  if (single !== undefined) return { parts: [{ row: single, amountCents }], isExact: true };
  const sum = pickSum(book, amountCents, rows);
  if (sum) return { parts: sum, isExact: true };
  // Which of a customer's invoices a part is for, nobody says.
  if (reference.kind === 'customer' && rows.length > 1) return null;
  const parts = fillUp(book, amountCents, rows.toSorted(byAge(book)));
  return parts.length > 0 ? { parts, isExact: false } : null;
}

const MOST_IN_SUM = 12;

function pickSum(book: Book, amountCents: number, rows: readonly number[]): readonly Part[] | null {
  const groups = (isOptional: boolean) => rows.map((row) => ({ row, isOptional }));
  const all = pickAmounts(book, amountCents, groups(false));
  if (all || rows.length > MOST_IN_SUM) return all?.parts ?? null;
  const some = pickAmounts(book, amountCents, groups(true));
  return some?.isOnly ? some.parts : null;
}
