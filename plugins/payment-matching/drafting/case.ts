import { amountsOf, type Book, claimOf, debtorOf, type Scope } from '../book/book.ts';
import { findByAccount, findByName, likenessOf, type Payer } from '../finding/find-payers.ts';
import { findReferences, findTyped } from '../finding/find-references.ts';
import type { Look, Reference } from '../finding/reference.ts';
import { nameWords } from '../reading/name-words.ts';
import type { Payment } from '../reading/payment.ts';
import { OFFICE_WORD } from '../reading/payment-words.ts';
import { type ReadText, readText } from '../reading/read-text.ts';
import type { Knowledge } from '../finding/knowledge.ts';

/** Everything that is known about one payment before ways to book it are weighed. */
export type Case = {
  readonly book: Book;
  readonly scope: Scope;
  readonly payment: Payment;
  readonly text: ReadText;
  readonly references: readonly Reference[];
  readonly payers: ReadonlyMap<number, Payer>;
  /** Debtors outside or inside the scope of which the creditor knows this account. */
  readonly isKnownAccount: boolean;
  /** Rows of which the whole claim, the principal, or principal and costs is this amount; at most 200. */
  readonly ofAmount: readonly number[];
  readonly isOffice: boolean;
  readonly isOwnName: boolean;
};

const SURE = 6;
const MOST_OF_AMOUNT = 200;
const FEW_OF_AMOUNT = 25;

export function openCase(book: Book, knowledge: Knowledge, payment: Payment): Case | null {
  const account = book.accounts.get(payment.account);
  if (!account) return null;
  const { scope } = account;
  const text = readText(wholeText(payment), book.ownWords);
  const look = { book, scope, text };
  const found = withEndToEnd(look, findReferences(look), payment);
  const ofAmount = findOfAmount(book, scope, payment.amountCents);
  const payers = findPayers({ book, knowledge, payment, scope }, { found, text, ofAmount });
  const isSure = found.some((one) => isOpenNumber(book, one) && one.weight >= SURE);
  const typed =
    isSure && text.pieces.length <= 12 && !hasLooseNumbers(found, text)
      ? []
      : findTyped(look, found);
  const words = nameWords(payment.counterpartyName);
  return {
    book,
    scope,
    payment,
    text,
    references: [...found, ...typed.filter((one) => isSupported(one, { book, payers, payment }))],
    payers,
    isKnownAccount: [...payers.values()].some(({ how }) => how === 'account'),
    ofAmount,
    isOffice: text.saysSeizure || words.some((word) => OFFICE_WORD.has(word)),
    isOwnName: book.ownNames.has(words.join(' ')) || book.accounts.has(payment.counterpartyAccount),
  };
}

const wholeText = ({ text, structuredReference }: Payment): string =>
  structuredReference === '' ? text : `${structuredReference} , ${text}`;

/** Some payers put the number in the end-to-end field; it counts when the text itself names nothing. */
function withEndToEnd(look: Look, found: readonly Reference[], payment: Payment): Reference[] {
  const { endToEndId } = payment;
  if (endToEndId === '' || found.some((one) => one.weight >= SURE)) return [...found];
  const text = readText(endToEndId, look.book.ownWords);
  const other = findReferences({ ...look, text }).filter(
    (one) => one.how === 'exact' && one.weight >= SURE,
  );
  // Behind the text, so that its places never meet those of the text.
  const behind = (one: Reference): Reference => ({
    ...one,
    weight: one.weight - 1.5,
    piece: { ...one.piece, from: one.piece.from + 1_000, to: one.piece.to + 1_000 },
  });
  return [...found, ...other.map(behind)];
}

const isOpenNumber = (book: Book, { kind, row }: Reference): boolean =>
  (kind === 'number' || kind === 'kenmerk') && claimOf(book, row) !== 0;

/** Some piece that may be a number points nowhere: perhaps one of several with a typing error. */
const hasLooseNumbers = (found: readonly Reference[], { pieces }: ReadText): boolean =>
  pieces.some(
    (piece) =>
      piece.digits.length >= 6 &&
      !found.some((one) => one.piece.from < piece.to && piece.from < one.piece.to),
  );

function findOfAmount(book: Book, scope: Scope, amountCents: number): number[] {
  const { administration } = book.invoices;
  return book.amounts
    .find(String(amountCents), MOST_OF_AMOUNT * 4)
    .filter((row) => scope.has(administration[row] ?? -1))
    .slice(0, MOST_OF_AMOUNT);
}

type Who = {
  readonly book: Book;
  readonly knowledge: Knowledge;
  readonly payment: Payment;
  readonly scope: Scope;
};
type Seen = {
  readonly found: readonly Reference[];
  readonly text: ReadText;
  readonly ofAmount: readonly number[];
};

function findPayers(who: Who, { found, text, ofAmount }: Seen): Map<number, Payer> {
  const { book, scope, knowledge, payment } = who;
  const { counterpartyName: name, counterpartyAccount: account, amountCents } = payment;
  const look = { book, scope, knowledge, name, account, amountCents };
  const payers = findByAccount(look);
  if (!isNamedByPayer(book, payers, { found, name })) addMissing(payers, findByName(look));
  shareAccount(book, payers);
  addLearnedText(payers, { book, scope, debtors: knowledge.debtorsOfText(text), name });
  if (text.onBehalfOf !== '') {
    addMissing(payers, findByName({ ...look, name: text.onBehalfOf }, 'on-behalf'));
  }
  for (const { debtor } of found) addLikeness(book, payers, { debtor, name });
  if (ofAmount.length <= FEW_OF_AMOUNT) {
    for (const row of ofAmount) addLikeness(book, payers, { debtor: debtorOf(book, row), name });
  }
  return payers;
}

/** A clear number of a debtor who is also the payer: nobody else needs to be looked for by name. */
function isNamedByPayer(
  book: Book,
  payers: ReadonlyMap<number, Payer>,
  { found, name }: { readonly found: readonly Reference[]; readonly name: string },
): boolean {
  return found.some(
    (one) =>
      one.weight >= SURE &&
      isOpenNumber(book, one) &&
      (payers.has(one.debtor) || likenessOf(book, name, one.debtor) >= 0.9),
  );
}

function addMissing(payers: Map<number, Payer>, more: ReadonlyMap<number, Payer>): void {
  for (const [debtor, payer] of more) if (!payers.has(debtor)) payers.set(debtor, payer);
}

/** A person who owes two creditors pays from one account; the one who knows no account of his may share it. */
function shareAccount({ debtors }: Book, payers: Map<number, Payer>): void {
  const holders = [...payers].filter(([, payer]) => payer.how === 'account');
  const names = new Set(holders.map(([debtor]) => debtors.names[debtor]?.name));
  for (const [debtor, payer] of payers) {
    if (payer.how !== 'name' || (debtors.ibans[debtor]?.length ?? 0) > 0) continue;
    if (!names.has(debtors.names[debtor]?.name)) continue;
    payers.set(debtor, { ...payer, how: 'account', points: 6.5 });
  }
}

type Learned = {
  readonly book: Book;
  readonly scope: Scope;
  readonly debtors: readonly number[];
  readonly name: string;
};

/** A person said once that these words mean this debtor, whoever pays. */
function addLearnedText(payers: Map<number, Payer>, { book, scope, debtors, name }: Learned) {
  for (const debtor of debtors) {
    const points = debtors.length === 1 ? 5.5 : 3;
    const isHere = scope.has(book.debtors.administration[debtor] ?? -1);
    if (!isHere || (payers.get(debtor)?.points ?? 0) >= points) continue;
    payers.set(debtor, { how: 'text', points, likeness: likenessOf(book, name, debtor) });
  }
}

type Named = { readonly debtor: number; readonly name: string };

function addLikeness(book: Book, payers: Map<number, Payer>, { debtor, name }: Named): void {
  if (payers.has(debtor)) return;
  const likeness = likenessOf(book, name, debtor);
  if (likeness < 0.28) return;
  const points = likeness >= 0.95 ? 4.5 : likeness >= 0.75 ? 3.6 : likeness >= 0.55 ? 2.3 : 1;
  payers.set(debtor, { how: 'name', points, likeness });
}

type Support = {
  readonly book: Book;
  readonly payers: ReadonlyMap<number, Payer>;
  readonly payment: Payment;
};

/** A number with a typing error counts only with the right payer or the right amount. */
function isSupported({ row, debtor }: Reference, { book, payers, payment }: Support): boolean {
  if ((payers.get(debtor)?.points ?? 0) >= 2) return true;
  return amountsOf(book, row).includes(payment.amountCents);
}
