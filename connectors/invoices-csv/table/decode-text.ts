import { FileUnreadableError, type InputFile } from '@inning/sdk';
import { type Encoding, sniffEncoding } from './sniff-encoding.ts';

const MAX_BYTES = 100_000_000;
const CHUNK = 262_144;

export type DecodedText = {
  readonly encoding: Encoding;
  /** The text piece by piece, so that a large file is never in memory as one text. */
  readonly pieces: () => Iterable<string>;
};

/** Throws `FileUnreadableError` for what is empty, too large or plainly not a text file. */
export function decodeText(file: InputFile): DecodedText {
  const { name, bytes } = file;
  if (bytes.length > MAX_BYTES) {
    throw new FileUnreadableError(name, `the file is larger than ${MAX_BYTES / 1_000_000} MB.`);
  }
  const foreign = foreignFormat(bytes);
  if (foreign !== null) throw new FileUnreadableError(name, foreign);
  const encoding = sniffEncoding(file);
  return { encoding, pieces: () => decodePieces(file, encoding) };
}

function* decodePieces({ name, bytes }: InputFile, encoding: Encoding): Iterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const isLast = at + CHUNK >= bytes.length;
    let piece: string;
    try {
      piece = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: !isLast });
    } catch (error) {
      const problem = `the file is not correct ${encoding}; it may be cut off.`;
      throw new FileUnreadableError(name, problem, {}, { cause: error });
    }
    yield piece;
  }
}

function foreignFormat(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) {
    return 'this is a spreadsheet (xlsx) or zip file; save it as CSV first.';
  }
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    return 'this is an old spreadsheet (xls); save it as CSV first.';
  }
  if (start.startsWith('%PDF-')) return 'this is a PDF, not a CSV file.';
  if (/^(\u00ef\u00bb\u00bf)?\s*<[?!a-z]/i.test(start)) {
    return 'this is XML or a web page, not a CSV file.';
  }
  return null;
}
