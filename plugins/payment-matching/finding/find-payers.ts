import { amountsOf, type Book, openRowsOf, type Scope } from '../book/book.ts';
import { withoutOneLetter } from '../book/create-book.ts';
import { compareNames, keysOfPayer, type NamedDebtor } from '../reading/compare-names.ts';
import { personsOf, PREFIXES } from '../reading/name-words.ts';
import { lettersAndDigits, typingErrors } from '../reading/plain-text.ts';
import type { Knowledge } from './knowledge.ts';

/** How the payer points at a debtor. */
export type Payer = {
  readonly how: 'account' | 'learned' | 'text' | 'name' | 'on-behalf';
  readonly points: number;
  /** 0 to 1, see `compareNames`. */
  readonly likeness: number;
};
export type NameLook = {
  readonly book: Book;
  readonly scope: Scope;
  readonly name: string;
  readonly amountCents: number;
};
export type PayerLook = NameLook & { readonly knowledge: Knowledge; readonly account: string };

const MOST_NAMESAKES = 3_000;
/** A word that more businesses have, such as `TRANSPORT`, tells nobody apart. */
const MOST_OF_WORD = 400;
const FEW = 12;
const MOST_COMPARED = 60;

/** Debtors of which this account is known, from their creditor or from earlier payments under the same name. */
export function findByAccount(look: PayerLook): Map<number, Payer> {
  const { book, scope, name } = look;
  const payers = new Map<number, Payer>();
  const account = lettersAndDigits(look.account);
  if (account === '') return payers;
  const holders = book.ibans.find(account);
  for (const debtor of holders) {
    if (!scope.has(book.debtors.administration[debtor] ?? -1)) continue;
    const likeness = likenessOf(book, name, debtor);
    payers.set(debtor, { how: 'account', points: likeness >= 0.55 ? 7 : 6, likeness });
  }
  for (const debtor of look.knowledge.debtorsOf(account, name)) {
    if (payers.has(debtor) || !scope.has(book.debtors.administration[debtor] ?? -1)) continue;
    payers.set(debtor, { how: 'learned', points: 5.5, likeness: likenessOf(book, name, debtor) });
  }
  return payers;
}

export function likenessOf(book: Book, name: string, debtor: number): number {
  const named = book.debtors.names[debtor];
  return named && name !== '' ? compareNames(name, named) : 0;
}

/** Points of a name alone; a name that only one debtor has says more. */
export function pointsOfName(likeness: number, namesakes: number): number {
  const alone = namesakes <= 1;
  if (likeness >= 0.99) return alone ? 5.5 : 4.2;
  // The same but for initials that are missing: perhaps somebody else's.
  if (likeness >= 0.95) return alone ? 5.2 : 4.2;
  if (likeness >= 0.75) return alone ? 4.3 : 3.6;
  if (likeness >= 0.55) return 2.3;
  return likeness >= 0.28 ? 1 : 0;
}

/** Debtors with the payer's name. Of many namesakes only those that owe exactly this amount are kept. */
export function findByName(look: NameLook, how: 'name' | 'on-behalf' = 'name'): Map<number, Payer> {
  const payers = new Map<number, Payer>();
  if (look.name.trim() === '') return payers;
  const keys = keysOfPayer(look.name);
  addNamed(payers, look, { keys: keys.filter((key) => !key.startsWith('W|')), how });
  if (bestOf(payers) >= 0.75) return payers;
  addNamed(payers, look, { keys: typedKeys(look), how });
  if (bestOf(payers) >= 0.75) return payers;
  addNamed(payers, look, { keys: keys.filter((key) => key.startsWith('W|')), how });
  return payers;
}

const bestOf = (payers: ReadonlyMap<number, Payer>): number =>
  Math.max(0, ...[...payers.values()].map((payer) => payer.likeness));

type Asked = { readonly keys: readonly string[]; readonly how: Payer['how'] };

function addNamed(payers: Map<number, Payer>, look: NameLook, { keys, how }: Asked): void {
  const { book, scope } = look;
  for (const key of keys) {
    const named = holdersOf(book, key).filter((debtor) =>
      scope.has(book.debtors.administration[debtor] ?? -1),
    );
    const kept = named.length <= FEW ? named : named.filter((debtor) => owesAmount(look, debtor));
    for (const debtor of kept.slice(0, 60)) {
      const likeness = likenessOf(book, look.name, debtor);
      const points = pointsOfName(likeness, namesakesOf(look, debtor, named));
      const known = payers.get(debtor);
      if (points > 0 && points > (known?.points ?? 0))
        payers.set(debtor, { how, points, likeness });
    }
  }
}

function holdersOf({ names }: Book, key: string): readonly number[] {
  if (!key.startsWith('W|')) return names.find(key, MOST_NAMESAKES);
  const holders = names.find(key, MOST_OF_WORD);
  return holders.length < MOST_OF_WORD ? holders : [];
}

/** Debtors of the same creditor whom this name fits as well, with this one; a person is there once. */
function namesakesOf({ book, name }: NameLook, debtor: number, named: readonly number[]): number {
  const { administration } = book.debtors;
  const near = named.filter((other) => administration[other] === administration[debtor]);
  if (near.length === 1 || near.length > MOST_COMPARED) return near.length;
  return near.filter((other) => likenessOf(book, name, other) >= 0.9).length;
}

function owesAmount({ book, amountCents }: NameLook, debtor: number): boolean {
  let total = 0;
  for (const row of openRowsOf(book, debtor, 60)) {
    const amounts = amountsOf(book, row);
    if (amounts.includes(amountCents)) return true;
    total += amounts[0];
  }
  return total === amountCents;
}

/** Keys for family names that differ in one letter from a word of the payer's name. */
function typedKeys({ book, name }: NameLook): string[] {
  const keys = new Set<string>();
  for (const person of personsOf(name)) {
    const main = person.filter((word) => !PREFIXES.has(word));
    for (const word of main.filter(({ length }) => length >= 4 && length <= 20)) {
      const initials = new Set(
        main.filter((other) => other !== word).map((other) => other.charAt(0)),
      );
      const families = [...familiesLike(book, word)];
      const found = families.flatMap((family) =>
        [...initials].map((initial) => `P|${family}|${initial}`),
      );
      for (const key of found) keys.add(key);
    }
  }
  return [...keys].slice(0, 30);
}

function familiesLike({ families }: Book, word: string): Set<string> {
  const found = new Set<string>();
  for (const key of withoutOneLetter(word)) {
    for (const at of families.index.find(key, 40)) {
      const family = families.words[at] ?? '';
      if (typingErrors(family, word, 1) <= 1) found.add(family);
    }
  }
  return found;
}

export type { NamedDebtor };
