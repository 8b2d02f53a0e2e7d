import { isUtf8 } from 'node:buffer';
import { Mt940Problem } from '../mt940-problem.ts';

const MEGABYTE = 1024 * 1024;
/** More than a year of statements of a busy account. */
export const MAX_FILE_BYTES = 300 * MEGABYTE;
const CHUNK_BYTES = 65_536;

/**
 * The text of the file piece by piece. MT940 does not say its encoding: a byte order mark decides,
 * else it is UTF-8 when every byte fits that, and otherwise Windows-1252, as older systems write.
 */
export function* decodeText(bytes: Uint8Array): Generator<string> {
  refuseAtSight(bytes);
  const decoder = new TextDecoder(encodingOf(bytes));
  let line = 1;
  let isEmpty = true;

  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const isLast = from + CHUNK_BYTES >= bytes.length;
    const text = decoder.decode(bytes.subarray(from, from + CHUNK_BYTES), { stream: !isLast });
    const zero = text.indexOf('\0');
    if (zero !== -1) {
      const problem = 'This is not a text file.';
      throw new Mt940Problem(problem, { line: line + newlinesIn(text.slice(0, zero)) });
    }
    line += newlinesIn(text);
    isEmpty &&= text.trim() === '';
    yield text;
  }
  if (isEmpty) throw new Mt940Problem('The file is empty.');
}

function refuseAtSight(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Mt940Problem('The file is empty.');
  if (bytes.length > MAX_FILE_BYTES) {
    const size = Math.ceil(bytes.length / MEGABYTE);
    const limit = MAX_FILE_BYTES / MEGABYTE;
    throw new Mt940Problem(
      `The file is ${size} MB and the limit is ${limit} MB. Ask the bank for shorter periods.`,
    );
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return 'windows-1252';
  throw new Mt940Problem('The file says it is UTF-8 but is not.', { line: lineOfBadByte(bytes) });
}

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, from);
    const end = newline === -1 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
  return line;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
