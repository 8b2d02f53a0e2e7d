const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'SS',
  Ø: 'O',
  Ł: 'L',
  Æ: 'AE',
  Œ: 'OE',
  Đ: 'D',
};

/** Capitals without accents: `Schröder` and `SCHRODER` are one name to a bank. Keeps the length where it can. */
export function plainText(text: string): string {
  const capitals = text.toUpperCase();
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(capitals)) return capitals;
  return capitals
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßØŁÆŒĐ]/g, (letter) => SPECIAL[letter] ?? letter);
}

export const digitsOf = (text: string): string => text.replace(/\D+/g, '');
export const lettersAndDigits = (text: string): string =>
  plainText(text).replace(/[^A-Z0-9]+/g, '');

/**
 * Typing errors between two texts: a letter wrong, missing, too many, or two turned round. Stops at
 * `most` and answers `most + 1`, so that long texts stay cheap.
 */
export function typingErrors(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (most === 1) return isOneError(a, b) ? 1 : 2;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = errorsAt(a, b, { i, j, older, old, row });
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    older = old;
    old = row;
  }
  return Math.min(old[b.length] ?? most + 1, most + 1);
}

/** The common case, without a table: what is left between the same start and the same end is one letter, or two turned round. */
function isOneError(a: string, b: string): boolean {
  const start = sameStart(a, b);
  const end = sameEnd(a, b, start);
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function sameStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

/** Behind what they begin with. */
function sameEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) {
    same += 1;
  }
  return same;
}

type Cell = {
  readonly i: number;
  readonly j: number;
  readonly older: readonly number[];
  readonly old: readonly number[];
  readonly row: readonly number[];
};

function errorsAt(a: string, b: string, { i, j, older, old, row }: Cell): number {
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
  let cost = Math.min((old[j - 1] ?? 0) + (same ? 0 : 1), (old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
  if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
    cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
  }
  return cost;
}
