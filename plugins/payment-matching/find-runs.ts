import { isBehindInvoiceWord } from './invoice-words.ts';

/** A run of letters or of digits in a text; `gap` is what stands between it and the run before. */
export type Run = { readonly text: string; readonly gap: string };

/** Where one number may go on: `2026-001`, `F 2026/001`. A comma or plus starts another number. */
const JOINING_GAP = /^[ \-/._:#]{0,3}$/;
const MOST_RUNS = 6;
const LONGEST_WORD = 8;
const LONGEST = 35;

/** Runs of capitals and digits, without bank accounts, amounts and dates: those are never numbers of invoices. */
export function findRuns(text: string): Run[] {
  const plain = dropAmounts(dropDates(dropAccounts(text.toUpperCase())));
  const runs: Run[] = [];
  let end = 0;
  for (const match of plain.matchAll(/[A-Z]+|\d+/g)) {
    runs.push({ text: match[0], gap: plain.slice(end, match.index) });
    end = match.index + match[0].length;
  }
  return runs;
}

/** A piece of text that may be a number: neighbouring runs put together. */
export type Piece = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** False when digits were joined over a space: `1001 2` may, but need not, be one number. */
  readonly isTight: boolean;
};

/** Every way to read neighbouring runs as one number. Whole runs only, so 1001 is not found in 10012. */
export function findPieces(runs: readonly Run[]): Piece[] {
  return runs.flatMap((_, from) => piecesFrom(runs, from));
}

function piecesFrom(runs: readonly Run[], from: number): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let isTight = true;
  for (const [offset, run] of runs.slice(from, from + MOST_RUNS).entries()) {
    const before = offset === 0 ? null : runs[from + offset - 1];
    if (isLongWord(run) || (before && !JOINING_GAP.test(run.gap))) break;
    if (before && joinsDigitsOverSpace(before, run)) isTight = false;
    text += run.text;
    if (text.length > LONGEST) break;
    pieces.push({ text, from, to: from + offset, isTight });
  }
  return pieces.filter((piece) => mayBeNumber(piece.text) || isShortNumber(runs, piece));
}

const isLongWord = (run: Run): boolean => /[A-Z]/.test(run.text) && run.text.length > LONGEST_WORD;

const mayBeNumber = (text: string): boolean => text.length >= 3 && /\d/.test(text);

/** `A-1` is a number behind a word for an invoice only, and where it does not go on: `A-1/2026`. */
function isShortNumber(runs: readonly Run[], { text, from, to }: Piece): boolean {
  if (!/[A-Z]/.test(text) || !/\d/.test(text)) return false;
  const next = runs[to + 1];
  return isBehindInvoiceWord(runs, from) && !(next && /^[-/._]?$/.test(next.gap));
}

const joinsDigitsOverSpace = (before: Run, run: Run): boolean =>
  /\d$/.test(before.text) && /^\d/.test(run.text) && /^\s*$/.test(run.gap);

const dropDates = (text: string) =>
  text.replace(/(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)/g, ' , ');

/** `€ 1.001,00` and `125,00`, which hold digits that are nobody's invoice. */
const dropAmounts = (text: string) =>
  text.replace(/(?<![\dA-Z])(?:\d{1,3}(?:\.\d{3})+|\d+),\d{2}(?!\d)/g, ' , ');

/** Only what passes the check of ISO 13616 is an account; `RF…` is a reference of the creditor. */
const dropAccounts = (text: string) =>
  text.replace(
    /(?<![A-Z0-9])(?!RF)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g,
    (found) => (isAccount(found.replaceAll(' ', '')) ? ' , ' : found),
  );

function isAccount(text: string): boolean {
  const turned = text.slice(4) + text.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
