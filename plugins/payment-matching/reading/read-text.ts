import { findPieces, findRuns, type Piece, type Run } from './find-pieces.ts';
import {
  CHARGE_WORD,
  CREDIT_WORD,
  CUSTOMER_CUE,
  DATE_CUE,
  DOSSIER_CUE,
  FOR_WORD,
  INVOICE_CUE,
  MONTH_OF,
  MORE_WORD,
  NUMBER_WORD,
  OWN_CUE,
  PART_WORD,
  PHONE_CUE,
  PLAIN_WORD,
  PLAN_CUE,
  SEIZURE_WORD,
  STRANGE_WORD,
  WAGE_WORD,
} from './payment-words.ts';
import { plainText } from './plain-text.ts';

/** A description, read once: numbers in it, and what its words say. */
export type ReadText = {
  readonly plain: string;
  readonly runs: readonly Run[];
  readonly pieces: readonly Piece[];
  readonly isEmpty: boolean;
  readonly saysPart: boolean;
  readonly saysMore: boolean;
  readonly saysCredit: boolean;
  /** A bank kept its costs. */
  readonly saysCharges: boolean;
  readonly saysPlan: boolean;
  readonly saysDossier: boolean;
  /** Part of somebody's wages that was seized. */
  readonly saysSeizure: boolean;
  /** Months named, 1 to 12, with the year behind it when there is one. */
  readonly months: readonly { readonly month: number; readonly year: string }[];
  /** The name behind `namens`, `voor`, `inzake`; empty when there is none. */
  readonly onBehalfOf: string;
  /** Words that say the money is for something else. */
  readonly strange: readonly string[];
  /** Words of four letters and more that payments do not usually hold. */
  readonly unknown: readonly string[];
};

/** `ownWords` are words of the creditor's invoices, which are never strange. */
export function readText(text: string, ownWords: ReadonlySet<string>): ReadText {
  const plain = plainText(text.slice(0, 500));
  const runs = findRuns(plain);
  const words = runs.filter((run) => !run.isDigits).map((run) => run.text);
  const says = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  const saysSeizure = says(SEIZURE_WORD);
  return {
    plain,
    runs,
    pieces: findPieces(plain),
    isEmpty: runs.length === 0,
    saysPart: says(PART_WORD),
    saysMore: says(MORE_WORD) || /\bT\/M\b|\bE\.?A\.?\b/.test(plain),
    saysCredit: says(CREDIT_WORD) || plain.includes('-/-'),
    saysCharges: says(CHARGE_WORD),
    saysPlan: says(PLAN_CUE),
    saysDossier: says(DOSSIER_CUE),
    saysSeizure,
    months: monthsOf(runs),
    onBehalfOf: onBehalfOf(runs, plain),
    strange: words.filter(
      (word) =>
        STRANGE_WORD.has(word) && !isOwn(word, ownWords) && !(saysSeizure && WAGE_WORD.has(word)),
    ),
    unknown: words.filter((word) => word.length >= 4 && !isKnown(word) && !isOwn(word, ownWords)),
  };
}

/** `EIGEN` or `BTW` in the name of a creditor says nothing; a word of its invoices does. */
const isOwn = (word: string, ownWords: ReadonlySet<string>): boolean =>
  word.length >= 3 && ownWords.has(word);

const KNOWN = [
  INVOICE_CUE,
  NUMBER_WORD,
  DOSSIER_CUE,
  CUSTOMER_CUE,
  PLAN_CUE,
  DATE_CUE,
  PHONE_CUE,
  OWN_CUE,
  PART_WORD,
  MORE_WORD,
  CREDIT_WORD,
  FOR_WORD,
  PLAIN_WORD,
  SEIZURE_WORD,
  CHARGE_WORD,
];
const isKnown = (word: string): boolean =>
  MONTH_OF.has(word) || KNOWN.some((words) => words.has(word));

function monthsOf(runs: readonly Run[]): { month: number; year: string }[] {
  return runs.flatMap((run, at) => {
    const month = run.isDigits ? undefined : MONTH_OF.get(run.text);
    // `zie mail van 18 april`: a day before it makes it a day, not a month that is paid for.
    if (month === undefined || isDay(runs[at - 1])) return [];
    const after = runs[at + 1];
    const year = after?.isDigits && /^20\d{2}$/.test(after.text) ? after.text : '';
    return [{ month, year }];
  });
}

const isDay = (run: Run | undefined): boolean =>
  run !== undefined && run.isDigits && run.text.length <= 2;

function onBehalfOf(runs: readonly Run[], plain: string): string {
  const at = runs.findIndex((run) => FOR_WORD.has(run.text));
  if (at < 0) return '';
  const name = plain.slice(runs[at]?.end).split(/[\d,;:]| FACT| NOTA| REKENING| KLANT| DOSSIER/)[0];
  return (name ?? '').trim().slice(0, 70);
}
