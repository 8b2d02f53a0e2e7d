import { amountsOf, type Book, claimOf, openRowsOf } from '../book/book.ts';
import { touches } from '../finding/find-references.ts';
import type { Reference } from '../finding/reference.ts';
import type { Piece } from '../reading/find-pieces.ts';
import type { Case } from '../drafting/case.ts';
import { isDiscount } from './is-discount.ts';
import { sumsWithOthers } from './sums-with-others.ts';
import { monthFits } from '../drafting/draft-unnamed.ts';
import type { Draft, Signal } from '../drafting/proposal.ts';
import { GUESSED, pastConflicts } from './past-conflicts.ts';
import { namedWeight } from './named-weight.ts';
import type { Past } from './past.ts';
import { strangersIn } from './strangers-in.ts';

const SURE = 5.5;

const UNSURE_FITS = new Set<Draft['fit']>(['part', 'over', 'more', 'some', 'short']);

/** What speaks against booking a payment so; points are negative. */
export function findConflicts(open: Case, past: Past, draft: Draft): Signal[] {
  return [
    ...otherNumbers(open, draft),
    ...paidNumbers(open, draft),
    ...unknownNumbers(open, draft),
    ...otherPayer(open, draft),
    ...strangeWords(open, draft),
    ...otherMonth(open, draft),
    ...doubtfulPart(open, draft),
    ...paidBefore(open, draft),
    ...pastConflicts(open, past, draft),
  ];
}

const conflict = (code: string, points: number, detail = ''): Signal => ({ code, points, detail });
const isNumber = ({ kind }: Reference): boolean => kind === 'number' || kind === 'kenmerk';
const overlap = (a: Reference, b: Reference): boolean =>
  a.piece.from < b.piece.to && b.piece.from < a.piece.to;

/** The text clearly names something that this leaves out. */
function otherNumbers(open: Case, draft: Draft): Signal[] {
  const rows = new Set(draft.parts.map((part) => part.row));
  const others = open.references.filter(
    (one) =>
      one.weight >= SURE &&
      !draft.named.some((named) => overlap(named, one)) &&
      (isNumber(one)
        ? !rows.has(one.row) && claimOf(open.book, one.row) !== 0
        : one.debtor !== draft.debtor && draft.debtor >= 0),
  );
  const [first] = others;
  if (!first) return [];
  const payer = open.payers.get(draft.debtor);
  const isSettled = (payer?.points ?? 0) >= 4 && ['exact', 'list', 'all'].includes(draft.fit);
  // A customer number may be that of the payer who pays for somebody else.
  const fitsThere = others.some(
    (one) => isNumber(one) && amountsOf(open.book, one.row).includes(open.payment.amountCents),
  );
  const points = isSettled && !fitsThere && draft.equals === 0 ? -1.5 : -4;
  return [conflict('other-number', points, first.piece.digits)];
}

/** The text names an invoice on which nothing is open any more. */
function paidNumbers(open: Case, draft: Draft): Signal[] {
  const isOver = draft.fit === 'over' || draft.fit === 'only-open';
  if (!isOver && draft.named.some((one) => one.weight >= SURE)) return [];
  const nearer = open.references.find((one) => isPaid(open, one) && isNearer(draft, one));
  if (nearer) return [conflict('number-paid', -6, nearer.piece.digits)];
  const paid = open.references.find((one) => one.weight >= 6 && isPaid(open, one));
  if (!paid) return [];
  if (draft.named.length > 0)
    return [conflict('number-paid', pointsOfPaid(draft), paid.piece.digits)];
  const isOther =
    draft.equals === 0 && (isOfNobodyHere(open, draft, paid) || neverCost(open, draft, paid));
  return [conflict('number-paid', isOther ? -1.5 : -6, paid.piece.digits)];
}

const isOfNobodyHere = ({ payers }: Case, { debtor }: Draft, paid: Reference): boolean =>
  !payers.has(paid.debtor) && paid.debtor !== debtor;

/** A number copied from an older payment: that one was never this much, and one that is open is. */
function neverCost({ book, payers, payment }: Case, draft: Draft, { row, debtor }: Reference) {
  if (draft.fit !== 'exact' || debtor !== draft.debtor) return false;
  if (payers.get(draft.debtor)?.how !== 'account') return false;
  return !wholesOf(book, row).includes(payment.amountCents);
}

/** Among several debtors' numbers one that was paid says little of the others. */
const pointsOfPaid = ({ debtor }: Draft): number => (debtor < 0 ? -1 : -4);

const isPaid = ({ book }: Case, one: Reference): boolean =>
  isNumber(one) && claimOf(book, one.row) === 0;

/** What stands there is more like this number than like the one that is named. */
const isNearer = ({ named }: Draft, one: Reference): boolean =>
  named.some((other) => touches(other, one.piece) && one.weight > other.weight);

/** A number that looks like one of an invoice and is of none. */
function unknownNumbers(open: Case, draft: Draft): Signal[] {
  const unknown = open.text.pieces.find(
    (piece) =>
      piece.cue === 'invoice' &&
      open.book.numberLengths.has(piece.digits.length) &&
      !open.references.some(
        (one) => one.weight >= 2 && one.piece.from < piece.to && piece.from < one.piece.to,
      ) &&
      !draft.named.some((one) => one.piece.from < piece.to && piece.from < one.piece.to),
  );
  if (!unknown) return unreadNumbers(open, draft);
  const isKnown = open.payers.get(draft.debtor)?.how === 'account';
  return [
    conflict('number-unknown', isKnown || draft.named.length > 0 ? -0.5 : -2, unknown.digits),
  ];
}

/** Which of several equal invoices is meant may well be what a number says that could not be read. */
function unreadNumbers(open: Case, draft: Draft): Signal[] {
  if (draft.equals === 0 || draft.named.length > 0) return [];
  const unread = open.text.pieces.find(
    (piece) =>
      piece.digits.length >= 4 &&
      piece.cue !== 'own' &&
      piece.cue !== 'phone' &&
      !open.references.some((one) => one.weight >= 2 && one.how !== 'typed' && touches(one, piece)),
  );
  return unread ? [conflict('number-unread', -4, unread.digits)] : [];
}

function otherPayer(open: Case, draft: Draft): Signal[] {
  if (open.isOwnName) return [conflict('payer-own', -8, open.payment.counterpartyName)];
  if (draft.debtor < 0) return [];
  const payer = open.payers.get(draft.debtor);
  if (payer) return payer.how === 'name' ? namesake(open, draft.debtor) : [];
  if (open.isKnownAccount || isOfPayer(open)) {
    return [conflict('payer-other', -2, open.payment.counterpartyAccount)];
  }
  const name = open.payment.counterpartyName;
  return name === '' || open.isOffice ? [] : [conflict('payer-stranger', -0.5, name)];
}

/** Somebody with the payer's name owes exactly this amount. */
const isOfPayer = ({ payers, payment, book }: Case): boolean =>
  [...payers].some(
    ([debtor, { points }]) =>
      points >= 4 &&
      openRowsOf(book, debtor, 40).some((row) =>
        amountsOf(book, row).includes(payment.amountCents),
      ),
  );

/** The same name, but this account is another debtor's and this debtor has accounts of his own. */
function namesake({ isKnownAccount, book, payment }: Case, debtor: number): Signal[] {
  const isOther = isKnownAccount && (book.debtors.ibans[debtor]?.length ?? 0) > 0;
  return isOther ? [conflict('payer-namesake', -2, payment.counterpartyAccount)] : [];
}

function strangeWords(open: Case, draft: Draft): Signal[] {
  const payer = open.payers.get(draft.debtor);
  if (payer?.how === 'text') return [];
  const weight = namedWeight(draft);
  const [strange] = open.text.strange;
  if (strange === undefined) return unknownWords(open, draft);
  const isClear = weight >= 6 && (payer?.points ?? 0) >= 4;
  return [conflict('subject-strange', isClear ? -2.5 : -6, strange)];
}

function unknownWords(open: Case, draft: Draft): Signal[] {
  const isAbout = open.references.some((one) => one.debtor === draft.debtor && one.weight >= 5);
  if (namedWeight(draft) >= 5 || isAbout) return [];
  const [unknown] = strangersIn(open, draft.debtor);
  if (unknown === undefined) return [];
  return [conflict('subject-unknown', GUESSED.has(draft.fit) ? -4 : -1, unknown)];
}

function otherMonth(open: Case, draft: Draft): Signal[] {
  const [part] = draft.parts;
  if (draft.fit !== 'exact' || !part || draft.named.length > 0) return [];
  if (monthFits(open, part.row) !== false) return [];
  return [conflict('month-other', -1.5, open.book.invoices.period[part.row] ?? '')];
}

/** Part of one invoice, or more than it, only when nothing in the text asks for something else. */
function doubtfulPart(open: Case, draft: Draft): Signal[] {
  if (draft.debtor < 0) return sharedDifference(draft);
  if (draft.named.length === 0 || !UNSURE_FITS.has(draft.fit)) return [];
  if (keepsCredit(open, draft)) return [conflict('credit-unread', -6)];
  if (namedWeight(draft) < 4) return [conflict('number-doubtful', -3)];
  if (draft.fit === 'part' && owesExactly(open, draft)) return [conflict('amount-other', -4)];
  if (sumsWithOthers(open, draft)) return [conflict('amount-other', -6)];
  const unread = open.text.pieces.find((piece) => isUnread(open, draft, piece));
  return unread ? [conflict('number-unread', -4, unread.digits)] : [];
}

/** Several debtors were paid for, less or more than they owe: whose part that is, nobody says. */
const sharedDifference = ({ fit }: Draft): Signal[] =>
  fit === 'short' || fit === 'over' ? [conflict('difference-shared', -4.5)] : [];

/** Something was taken off, and no percentage says how much. */
const keepsCredit = (open: Case, draft: Draft): boolean =>
  open.text.saysCredit && draft.fit === 'part' && !isDiscount(open, draft);

/** Something like one more number, which stands for nothing else and could not be read. */
function isUnread(open: Case, draft: Draft, piece: Piece): boolean {
  if (!piece.isTight || ['own', 'phone', 'date', 'customer', 'dossier'].includes(piece.cue))
    return false;
  const read = open.references.filter((one) => touches(one, piece));
  if (draft.named.some((one) => touches(one, piece))) return false;
  if (read.some((one) => one.weight >= 2 && one.how !== 'typed')) return false;
  const { numberLengths } = open.book;
  const { length } = piece.digits;
  // A digit was left out, and with it this would be another invoice of the same debtor.
  const isShort =
    numberLengths.has(length + 1) &&
    read.some((one) => one.how === 'typed' && one.debtor === draft.debtor);
  return isShort || numberLengths.has(length) || numberLengths.has(length - 1);
}

/** Another invoice of this debtor costs exactly what came: the number may be the mistake. */
const owesExactly = ({ book, payment }: Case, { debtor, parts }: Draft): boolean =>
  openRowsOf(book, debtor, 60).some(
    (row) => row !== parts[0]?.row && amountsOf(book, row).includes(payment.amountCents),
  );

/** What is left is little, and what came is the whole invoice once more: it was paid twice. */
function paidBefore({ book, payment }: Case, draft: Draft): Signal[] {
  const [part] = draft.parts;
  if (!part || (draft.fit !== 'over' && draft.fit !== 'only-open')) return [];
  const isAgain =
    wholesOf(book, part.row).includes(payment.amountCents) &&
    part.amountCents < payment.amountCents;
  return isAgain ? [conflict('paid-before', -6)] : [];
}

/** What an invoice may have been paid with, before anything was. */
function wholesOf({ invoices }: Book, row: number): number[] {
  const { amount, principal, costs, interest } = invoices;
  const owed = principal[row] ?? 0;
  const withCosts = owed + (costs[row] ?? 0);
  return [amount[row] ?? 0, owed, withCosts, withCosts + (interest[row] ?? 0)];
}
