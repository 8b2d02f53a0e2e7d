import { isAscii, isUtf8 } from 'node:buffer';
import { FileUnreadableError, type InputFile } from '@inning/sdk';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes that mean nothing in Windows-1252. */
const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 when all of it is correct UTF-8,
 * else Windows-1252. A file that mixes the two, or is neither, is refused with the line.
 */
export function sniffEncoding({ name, bytes }: InputFile): Encoding {
  const start = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  if (start.startsWith('fffe')) return 'utf-16le';
  if (start.startsWith('feff')) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';

  const letters = findLetters(bytes);
  if (start === 'efbbbf') {
    const problem = 'the file says it is UTF-8, but the letters on this line are not.';
    throw new FileUnreadableError(name, problem, { line: letters.otherLine });
  }
  if (letters.utf8Line !== null) {
    const problem = `the letters on this line are not UTF-8, while those on line ${letters.utf8Line} are. Save the file as UTF-8.`;
    throw new FileUnreadableError(name, problem, { line: letters.otherLine });
  }
  if (letters.unusedLine !== null) {
    const problem = 'the letters on this line are neither UTF-8 nor Windows-1252.';
    throw new FileUnreadableError(name, problem, { line: letters.unusedLine });
  }
  return 'windows-1252';
}

type Letters = {
  /** First line with letters beyond ASCII that are correct UTF-8. */
  utf8Line: number | null;
  /** First line that is not UTF-8. */
  otherLine: number;
  /** First line that is not Windows-1252 either. */
  unusedLine: number | null;
};

function findLetters(bytes: Uint8Array): Letters {
  const letters: Letters = { utf8Line: null, otherLine: 0, unusedLine: null };
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const part = bytes.subarray(from, end === -1 ? bytes.length : end + 1);
    from += part.length;
    if (isAscii(part)) continue;
    if (isUtf8(part)) {
      letters.utf8Line ??= line;
      continue;
    }
    if (letters.otherLine === 0) letters.otherLine = line;
    if (letters.unusedLine === null && part.some((byte) => UNUSED.has(byte))) {
      letters.unusedLine = line;
    }
  }
  return letters;
}
