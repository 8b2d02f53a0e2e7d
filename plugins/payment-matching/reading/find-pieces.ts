import {
  CUSTOMER_CUE,
  DATE_CUE,
  DOSSIER_CUE,
  INVOICE_CUE,
  NUMBER_WORD,
  OWN_CUE,
  PHONE_CUE,
  PLAN_CUE,
} from './payment-words.ts';

export type Run = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isDigits: boolean;
};
export type Cue = 'invoice' | 'dossier' | 'customer' | 'plan' | 'date' | 'phone' | 'own' | '';

/** One way to read neighbouring digits of a text as one number. */
export type Piece = {
  readonly digits: string;
  /** Places in the text of its first and behind its last digit. */
  readonly from: number;
  readonly to: number;
  /** False when digits were joined over a space. */
  readonly isTight: boolean;
  /** The letters that stand right before it, such as the `F` of `F2025-1`, or glued words. */
  readonly letters: string;
  readonly cue: Cue;
  /** Digits of the runs one by one: the year and the counter of `2024/138`. */
  readonly parts: readonly string[];
};

const MOST_RUNS = 80;
const MOST_JOINED = 5;
const LONGEST = 24;

/** Runs of letters or digits, without days, amounts, accounts and addresses that digits could be mistaken in. */
export function findRuns(plain: string): Run[] {
  const masked = maskStrangers(plain);
  const runs: Run[] = [];
  for (const match of masked.matchAll(/[A-Z]+|\d+/g)) {
    const { index } = match;
    const [text] = match;
    runs.push({ text, start: index, end: index + text.length, isDigits: text < 'A' });
    if (runs.length >= MOST_RUNS) break;
  }
  return runs;
}

const STRANGERS: readonly RegExp[] = [
  /[A-Z0-9._-]{1,40}@[A-Z0-9.-]{1,40}/g,
  /(?<![A-Z0-9])[A-Z]{2}\d{2}[A-Z]{4}\d{10}(?![A-Z0-9])/g, // A Dutch account.
  /(?<![A-Z0-9])[A-Z]{2}\d{2} [A-Z]{4} \d{4} \d{4} \d{2}(?![A-Z0-9])/g,
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d])/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?<![\dA-Z/.-])(?:\d{1,3}(?:\.\d{3})+|\d{1,6}),\d{2}(?!\d)/g,
  /(?<!\d)06[- ]?\d{8}(?!\d)/g,
];

function maskStrangers(plain: string): string {
  let masked = plain;
  for (const stranger of STRANGERS) {
    masked = masked.replace(stranger, (found) => ';'.repeat(found.length));
  }
  return masked;
}

/**
 * Every way to read runs as numbers: alone, and joined over a few marks, a space or one or two letters.
 * Where letters look like digits (`2O24-OO165`) the text is read both ways.
 */
export function findPieces(plain: string): Piece[] {
  const pieces: Piece[] = [];
  addPieces(pieces, plain);
  const respelled = plain.replace(/[\dOQIL]{3,30}/g, respell);
  if (respelled !== plain) {
    const others: Piece[] = [];
    addPieces(others, respelled);
    pieces.push(...others.filter((piece) => isRespelled(plain, respelled, piece)));
  }
  return pieces.slice(0, 400);
}

const respell = (found: string): string =>
  /\d/.test(found) ? found.replace(/[OQ]/g, '0').replace(/[IL]/g, '1') : found;

const isRespelled = (plain: string, respelled: string, { from, to }: Piece): boolean =>
  plain.slice(from, to) !== respelled.slice(from, to);

function addPieces(pieces: Piece[], plain: string): void {
  const runs = findRuns(plain);
  for (const [from, run] of runs.entries()) {
    if (run.isDigits) addPiecesFrom(pieces, { plain, runs, from });
  }
}

type Place = { readonly plain: string; readonly runs: readonly Run[]; readonly from: number };

function addPiecesFrom(pieces: Piece[], { plain, runs, from }: Place): void {
  const before = { letters: lettersBefore(plain, runs, from), cue: cueOf(runs, from) };
  const start = runs[from]?.start ?? 0;
  let end = start;
  let isTight = true;
  const parts: string[] = [];
  for (const run of runs.slice(from, from + MOST_JOINED * 2)) {
    const gap = plain.slice(end, run.start);
    if (!goesOn(run, gap, parts)) break;
    if (gap.includes(' ')) isTight = false;
    ({ end } = run);
    if (!run.isDigits) continue;
    parts.push(run.text);
    const digits = parts.join('');
    if (digits.length >= 2) {
      pieces.push({ digits, from: start, to: end, isTight, parts: [...parts], ...before });
    }
  }
}

/** Whether a number may go on with this run: digits, or one or two letters that stand tight in it. */
function goesOn(run: Run, gap: string, parts: readonly string[]): boolean {
  if (!isJoint(gap)) return false;
  if (!run.isDigits) return run.text.length <= 2 && !gap.includes(' ');
  return parts.length < MOST_JOINED && parts.join('').length + run.text.length <= LONGEST;
}

const isJoint = (gap: string): boolean => gap.length <= 3 && /^[ \-/._:#]*$/.test(gap);

function lettersBefore(plain: string, runs: readonly Run[], from: number): string {
  const [run, before] = [runs[from], runs[from - 1]];
  if (!run || !before || before.isDigits) return '';
  return /^[ \-/._:#]?$/.test(plain.slice(before.end, run.start)) ? before.text : '';
}

const CUES: readonly (readonly [Cue, ReadonlySet<string>])[] = [
  ['invoice', INVOICE_CUE],
  ['dossier', DOSSIER_CUE],
  ['customer', CUSTOMER_CUE],
  ['plan', PLAN_CUE],
  ['phone', PHONE_CUE],
  ['own', OWN_CUE],
  ['date', DATE_CUE],
];

/** What the words before a number say that it is; looks over `nr`, single letters and the number before it. */
function cueOf(runs: readonly Run[], from: number): Cue {
  for (let at = from - 1; at >= Math.max(0, from - 3); at -= 1) {
    const run = runs[at];
    if (!run || run.isDigits) return '';
    const found = CUES.find(([, words]) => words.has(run.text));
    if (found && run.text.length > 1) return found[0];
    if (!NUMBER_WORD.has(run.text) && run.text.length > 2) return gluedCue(run.text);
  }
  return '';
}

const gluedCue = (word: string): Cue => {
  if (/(?:FACTUUR|FACTUURNR|NOTA|FACT|KENMERK|REKENING)[A-Z]{0,2}$/.test(word)) return 'invoice';
  if (/(?:KLANT|KLANTNR|DEBITEUR|RELATIE)[A-Z]?$/.test(word)) return 'customer';
  return /DOSSIER[A-Z]?$/.test(word) ? 'dossier' : '';
};
