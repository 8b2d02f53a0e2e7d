import {
  COSTS,
  FROM_LETTER,
  FROM_RECEIPT,
  NUMBER_WORDS,
  PAYING,
  SMALL_NUMBERS,
  TERM,
} from './wording-words.ts';

/** What a letter says about the time to pay without costs. */
export type Wording = {
  /** Days that it gives, the fewest when it names several; null when it names none. */
  readonly days: number | null;
  /** From when it counts: receipt is right, its own date is not. */
  readonly countsFrom: 'receipt' | 'letter' | null;
  /** True when it says that costs follow when the debtor does not pay. */
  readonly namesCosts: boolean;
};

/** Reads a letter in Dutch, English, German or French; markup and capitals do not matter. */
export function readWording(text: string): Wording {
  const plain = text.toLowerCase().replace(/[\s\u00a0\u202f]+/g, ' ');
  const sentences = plain.split(/[.!?;]\s/);
  return {
    days: readDays(sentences),
    countsFrom: readStart(sentences),
    namesCosts: COSTS.some((words) => plain.includes(words)),
  };
}

const DAY_COUNT =
  /(?<![\d.,])(\d{1,3}|[a-zéëü]{3,20})[ -](?:volle |full |pleins? )?(?:calendar |working |business |kalender|werk|arbeits)?(?:dagen|daagse|days|tagen?|jours)/g;
const LONGER_COUNT =
  /(?<![\d.,\p{L}])(\d{1,2}|[a-zéëü]{1,10})[ -](?:volle |full |pleines? )?(weken|week|weeks|wochen?|semaines?|maand|maanden|months?|monate?n?s?|mois)(?!\p{L})/gu;
/** The same number once more, as lawyers like it: `veertien (14) dagen`. */
const AGAIN = /\((\d{1,3}|[a-zéëü]{3,20})\) /g;
const LEAST_DAYS_OF_MONTH = 28;

/** Other days may be named too, such as when somebody answers; those to pay in are what counts. */
function readDays(sentences: readonly string[]): number | null {
  const aboutPaying = sentences.filter((one) => PAYING.some((word) => one.includes(word)));
  const [paying, all] = [aboutPaying, sentences].map((its) => its.join('. ').replace(AGAIN, once));
  return fewestDays(paying) ?? fewestDays(all) ?? fewestWeeks(paying) ?? fewestWeeks(all);
}

const countOf = (count: string, words = NUMBER_WORDS): number | undefined =>
  /^\d/.test(count) ? Number(count) : words.get(count);
const once = (said: string, count: string): string => (countOf(count) === undefined ? said : '');

function fewestDays(plain = ''): number | null {
  return fewest([...plain.matchAll(DAY_COUNT)].map(([, count = '']) => countOf(count)));
}

/** A term in weeks or months, read only where none in days is named. */
function fewestWeeks(plain = ''): number | null {
  return fewest(
    [...plain.matchAll(LONGER_COUNT)].map(([, count = '', unit = '']) => {
      const units = countOf(count, SMALL_NUMBERS);
      return units && units * (unit.startsWith('m') ? LEAST_DAYS_OF_MONTH : 7);
    }),
  );
}

function fewest(found: readonly (number | undefined)[]): number | null {
  const days = found.filter((count) => count !== undefined);
  return days.length === 0 ? null : Math.min(...days);
}

/**
 * Only sentences about a term count: a letter may say of other things when they were sent. Counting from
 * the letter itself weighs more than what else is said, since it makes the term too short.
 */
function readStart(sentences: readonly string[]): Wording['countsFrom'] {
  const aboutTerm = sentences.filter((one) => TERM.some((word) => one.includes(word))).join('. ');
  if (FROM_LETTER.some((words) => aboutTerm.includes(words))) return 'letter';
  return FROM_RECEIPT.some((words) => aboutTerm.includes(words)) ? 'receipt' : null;
}
