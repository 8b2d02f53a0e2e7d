import { plainText } from './plain-text.ts';
import { PREFIXES, personsOf } from './name-words.ts';

export type PersonParts = { readonly initials: string; readonly lastName: string };

/**
 * A person's name as a bookkeeping writes it, in its parts: `T.M. van den Gielen`, `Jan de Vries` and
 * `Vries, J. de` give the family name and the first letters. Without first letters those are empty.
 */
export function splitPerson(name: string): PersonParts {
  const dotted = dottedInitials(name);
  const [family, given] = name.includes(',') ? splitAtComma(name) : ['', ''];
  if (family !== '') {
    return { lastName: family, initials: dotted || initialsOf(personsOf(given)[0] ?? []) };
  }
  const words = personsOf(name)[0] ?? [];
  const from = words.findIndex((word, at) => at > 0 && PREFIXES.has(word) && word.length > 1);
  const start = from > 0 ? from : familyStart(words);
  return {
    lastName: words.slice(start).join(' '),
    initials: dotted || initialsOf(words.slice(0, start)),
  };
}

/** `A.B.` are two initials, whatever they would be together. */
const dottedInitials = (name: string): string =>
  (plainText(name).match(/\b(?:[A-Z]\.\s?)+/)?.[0] ?? '').replace(/[^A-Z]/g, '');

function splitAtComma(name: string): [string, string] {
  const at = name.indexOf(',');
  return [name.slice(0, at).trim(), name.slice(at + 1).trim()];
}

/** Behind the initials; a first name is one word, and the last word is always the family's. */
function familyStart(words: readonly string[]): number {
  const singles = words.findIndex((word) => word.length > 3 || PREFIXES.has(word));
  const start = singles > 0 ? singles : words.length > 1 ? 1 : 0;
  return Math.min(start, Math.max(0, words.length - 1));
}

/** `TM` are two initials, `JAN` is one first name. */
function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !PREFIXES.has(word))
    .map((word) => (isGroup(word) ? word : word.charAt(0)))
    .join('');
}

const isGroup = (word: string): boolean => word.length <= 3 && !/[AEIOU].|.[AEIOUY]/.test(word);
