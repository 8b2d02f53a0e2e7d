import { typingErrors } from './plain-text.ts';
import { businessWords, familyWords, legalForm, personsOf, PREFIXES } from './name-words.ts';

export type NamedDebtor = {
  readonly isBusiness: boolean;
  readonly name: string;
  readonly lastName: string;
  readonly initials: string;
  readonly tradeNames: readonly string[];
};

/**
 * How alike the name on the account and the debtor's are, 0 to 1: from 0.95 it is the same name, from
 * 0.8 the same but for a first name or a typing error, at 0.55 only the family name, at 0.3 a namesake.
 */
export function compareNames(payer: string, debtor: NamedDebtor): number {
  if (payer === '') return 0;
  if (debtor.isBusiness) return compareBusiness(payer, debtor);
  const family = familyWords(debtor.lastName === '' ? debtor.name : debtor.lastName);
  let best = 0;
  for (const words of personsOf(payer)) {
    const found = comparePerson(words, family, debtor.initials);
    if (found > best) best = found;
  }
  return best;
}

function comparePerson(
  words: readonly string[],
  family: readonly string[],
  initials: string,
): number {
  const whole = family.join('');
  let best = 0;
  for (const [at, word] of words.entries()) {
    if (PREFIXES.has(word) || word.length < 2) continue;
    const like = likeFamily(words, at, family) || (word === whole ? 1 : 0);
    if (like === 0) continue;
    const others = words.filter(
      (other, place) =>
        place !== at && (!PREFIXES.has(other) || other === initials) && !family.includes(other),
    );
    const found = like * compareInitials(others, initials);
    if (found > best) best = found;
  }
  return best;
}

function likeFamily(words: readonly string[], at: number, family: readonly string[]): number {
  const main = family[0] ?? '';
  if (words[at] === main) return family.every((word) => words.includes(word)) ? 1 : 0.95;
  const allowed = main.length >= 9 ? 2 : main.length >= 4 ? 1 : 0;
  if (allowed === 0 || typingErrors(words[at] ?? '', main, allowed) > allowed) return 0;
  return 0.85;
}

function compareInitials(others: readonly string[], initials: string): number {
  const own = initials.replace(/[^A-Z]/gi, '').toUpperCase();
  const singles = others.filter((word) => word.length === 1).join('');
  const given = singles === '' ? (others[0] ?? '') : singles;
  if (given === '' || own === '') return 0.6;
  return given.length <= 4 ? compareShort(given, own) : compareFirst(given, own);
}

/** `TM` and `T` may be initials; `JAN` may be those of J.A.N., but is rather a first name. */
function compareShort(given: string, own: string): number {
  if (given === own) return 1;
  if (own.startsWith(given)) return 0.97;
  return given.startsWith(own) ? 0.95 : compareFirst(given, own);
}

const compareFirst = (given: string, own: string): number =>
  given.startsWith(own.charAt(0)) ? 0.92 : 0.3;

function compareBusiness(payer: string, debtor: NamedDebtor): number {
  const paying = businessWords(payer);
  let best = 0;
  for (const name of [debtor.name, ...debtor.tradeNames]) {
    const found = compareWords(paying, businessWords(name)) * likenessOfForms(payer, name);
    if (found > best) best = found;
  }
  return best;
}

/** `Smit B.V.` and `Smit N.V.` are two businesses. */
function likenessOfForms(payer: string, name: string): number {
  const [one, other] = [legalForm(payer), legalForm(name)];
  return one === '' || other === '' || one === other ? 1 : 0.9;
}

function compareWords(paying: readonly string[], own: readonly string[]): number {
  if (paying.join('') === own.join('')) return 1;
  const share = shareOf(paying, own);
  const [exact, typed] = LIKENESS[kindOfShare(share, own)];
  return share.isExact ? exact : typed;
}

/** Likeness when the shared words are written the same, and when one has a typing error. */
const LIKENESS = {
  same: [1, 0.86],
  within: [0.88, 0.8],
  shorter: [0.85, 0.7],
  mostly: [0.55, 0.55],
  other: [0, 0],
} as const;

function kindOfShare(
  { found, letters, left }: ReturnType<typeof shareOf>,
  own: readonly string[],
): keyof typeof LIKENESS {
  const isWhole = found === own.length;
  if (isWhole && left === 0) return 'same';
  if (isWhole && letters >= 6) return 'within';
  if (left === 0 && found >= 2) return 'shorter';
  return letters >= 6 && letters / own.join('').length >= 0.6 ? 'mostly' : 'other';
}

/** How many words two names share, how long these are, and how many of the payer's are left. */
function shareOf(paying: readonly string[], own: readonly string[]) {
  const rest = [...paying];
  let letters = 0;
  let found = 0;
  let isExact = true;
  for (const word of own) {
    const at = rest.findIndex(
      (other) => other === word || isTypedLike(other, word) || isShortened(other, word),
    );
    if (at < 0) continue;
    if (rest[at] !== word) isExact = false;
    rest.splice(at, 1);
    letters += word.length;
    found += 1;
  }
  return { found, letters, isExact, left: rest.length };
}

const isTypedLike = (a: string, b: string): boolean =>
  a.length >= 5 && b.length >= 5 && typingErrors(a, b, 1) <= 1;

/** `BOUWBEDR` for `BOUWBEDRIJF`, or the last word that a bank cut off. */
const isShortened = (short: string, word: string): boolean =>
  short.length >= 5 && word.startsWith(short);

/** Keys under which a debtor is found by name; the payer's name gives the same ones. */
export function keysOfDebtor(debtor: NamedDebtor): string[] {
  if (!debtor.isBusiness) {
    const initial = (debtor.initials[0] ?? '').toUpperCase();
    const family = familyWords(debtor.lastName === '' ? debtor.name : debtor.lastName);
    return [`P|${family[0] ?? ''}|${initial}`];
  }
  const keys = new Set<string>();
  for (const name of [debtor.name, ...debtor.tradeNames]) {
    const words = businessWords(name);
    keys.add(`B|${words.toSorted().join(' ')}`);
    for (const word of words) if (word.length >= 4) keys.add(`W|${word}`);
  }
  return [...keys];
}

/** Keys to look a payer up by, surest first: whole business name, family name with initial, single words. */
export function keysOfPayer(payer: string): string[] {
  const words = businessWords(payer);
  const keys = [`B|${words.toSorted().join(' ')}`];
  for (const person of personsOf(payer)) {
    const main = person.filter((word) => !PREFIXES.has(word));
    for (const family of main.filter((word) => word.length >= 2)) {
      const given = [...main, ...initialsLikeParticle(person)].filter((word) => word !== family);
      const initials = new Set(given.map((word) => word[0] ?? ''));
      for (const initial of initials) keys.push(`P|${family}|${initial}`);
    }
  }
  for (const word of words) if (word.length >= 4) keys.push(`W|${word}`);
  return keys.slice(0, 24);
}

/** `LA` at the start or the end of a name may be a particle, or the initials L.A. */
const initialsLikeParticle = (person: readonly string[]): string[] =>
  [person[0] ?? '', person.at(-1) ?? ''].filter((word) => PREFIXES.has(word) && word.length <= 3);
