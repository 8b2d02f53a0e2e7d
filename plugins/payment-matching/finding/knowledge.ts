import { lettersAndDigits } from '../reading/plain-text.ts';
import { type ReadText, readText } from '../reading/read-text.ts';

/** Which accounts pay for which debtors, beside the accounts the creditor gave. `debtor` is a row of the book. */
export type Knowledge = {
  debtorsOf(account: string, name: string): readonly number[];
  learn(payer: { readonly account: string; readonly name: string }, debtor: number): void;
  /** Debtors that people chose for payments with these words. */
  debtorsOfText(text: ReadText): readonly number[];
  learnText(text: string, debtor: number): void;
};

/**
 * Knowledge that lives as long as a run. An account alone says little, since an office or a parent pays
 * for many, so the name on it must be the same too.
 */
export function createKnowledge(ownWords: ReadonlySet<string> = new Set()): Knowledge {
  const byText = new Map<string, number[]>();
  const known = new Map<string, number[]>();
  const keyOf = (account: string, name: string) =>
    `${lettersAndDigits(account)} ${lettersAndDigits(name)}`;
  return {
    debtorsOf: (account, name) => known.get(keyOf(account, name)) ?? [],
    learn({ account, name }, debtor) {
      if (account === '' || name === '') return;
      const key = keyOf(account, name);
      const debtors = known.get(key) ?? [];
      if (!debtors.includes(debtor)) known.set(key, [...debtors, debtor].slice(-8));
    },
    debtorsOfText: (text) => byText.get(wordsKey(text)) ?? [],
    learnText(text, debtor) {
      const key = wordsKey(readText(text, ownWords));
      const debtors = byText.get(key) ?? [];
      if (key !== '' && !debtors.includes(debtor)) byText.set(key, [...debtors, debtor]);
    },
  };
}

const SHORTEST_TEXT = 6;

/** The words that payments do not usually hold, in any order; empty when they are too few to mean anybody. */
function wordsKey({ unknown, strange }: ReadText): string {
  const words = [...new Set([...unknown, ...strange])].toSorted();
  const key = words.join(' ');
  return key.length >= SHORTEST_TEXT ? key : '';
}
