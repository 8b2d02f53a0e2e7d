import { isUtf8 } from 'node:buffer';
import { CsvProblem } from '../csv-problem.ts';

const MEGABYTE = 1024 * 1024;
export const MAX_FILE_BYTES = 100 * MEGABYTE;
const CHUNK_BYTES = 65_536;

/** The text piece by piece: by its byte order mark, else UTF-8 when all of it is, else Windows-1252. */
export function* decodeCsv(bytes: Uint8Array): Generator<string> {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new CsvProblem(`The file is larger than ${MAX_FILE_BYTES / MEGABYTE} MB.`);
  }
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const isLast = from + CHUNK_BYTES >= bytes.length;
    const text = decoder.decode(bytes.subarray(from, from + CHUNK_BYTES), { stream: !isLast });
    if (text.includes('\0')) throw new CsvProblem('This is not a text file.');
    yield text;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}
