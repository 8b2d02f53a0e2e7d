import { CamtProblem } from '../camt-problem.ts';

/** Read in one go; a request of somebody else takes several turns between such pieces. */
const CHUNK_BYTES = 16_384;
const MEGABYTE = 1024 * 1024;
/** More than a year of statements of a busy account; such a file takes a minute to read. */
export const MAX_FILE_BYTES = 300 * MEGABYTE;
const NEWLINE = 0x0a;

/**
 * The text of an XML file piece by piece, in the encoding of its byte order mark or its own
 * declaration. A byte that does not belong in that encoding is refused, never replaced.
 */
export function* decodeXml(bytes: Uint8Array): Generator<string> {
  refuseAtSight(bytes);
  const encoding = encodingOf(bytes);
  const decoder = decoderFor(encoding);

  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES);
    const isLast = from + CHUNK_BYTES >= bytes.length;
    try {
      yield decoder.decode(chunk, { stream: !isLast });
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      const line = lineOfBadByte(bytes, from, encoding);
      throw new CamtProblem(`The text is not valid ${encoding}.`, { line }, { cause });
    }
  }
}

function refuseAtSight(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new CamtProblem('The file is empty.');
  if (bytes.length > MAX_FILE_BYTES) {
    const size = Math.ceil(bytes.length / MEGABYTE);
    const limit = MAX_FILE_BYTES / MEGABYTE;
    throw new CamtProblem(
      `The file is ${size} MB and the limit is ${limit} MB. Ask the bank for shorter periods.`,
    );
  }
}

/** First bytes that give an encoding away: byte order marks, and `<` in two bytes. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x00, 0x3c], 'utf-16be'],
];

function encodingOf(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start);
  return declared?.[1]?.toLowerCase() ?? 'utf-8';
}

function decoderFor(encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw new CamtProblem(`The encoding ${encoding} is not known.`, { line: 1 }, { cause });
  }
}

/** Lines are tried one by one: in all supported one-byte encodings and UTF-8 a newline is a newline. */
function lineOfBadByte(bytes: Uint8Array, from: number, encoding: string): number {
  let start = bytes.lastIndexOf(NEWLINE, Math.max(0, from - 1)) + 1;
  let line = 1;
  for (let index = 0; index < start; index += 1) if (bytes[index] === NEWLINE) line += 1;
  if (encoding.startsWith('utf-16')) return line;

  while (start < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
    line += 1;
  }
  return line;
}
