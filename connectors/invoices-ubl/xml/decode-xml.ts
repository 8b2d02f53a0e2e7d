import { isUtf8 } from 'node:buffer';
import { FileUnreadableError, type InputFile } from '@inning/sdk';

const MAX_BYTES = 25_000_000;

/**
 * The text of an XML file. The encoding is what the file declares (byte order mark, else the XML
 * declaration, else UTF-8); bytes that contradict it are refused rather than guessed.
 */
export function decodeXml({ name, bytes }: InputFile): string {
  if (bytes.length > MAX_BYTES) {
    throw new FileUnreadableError(name, `the file is larger than ${MAX_BYTES / 1_000_000} MB.`);
  }
  const foreign = foreignFormat(bytes);
  if (foreign !== null) throw new FileUnreadableError(name, foreign);

  const text = decode(name, bytes, chooseEncoding(name, bytes));
  if (text.trim() === '') throw new FileUnreadableError(name, 'the file is empty.');
  return text;
}

function chooseEncoding(name: string, bytes: Uint8Array): string {
  const marked = encodingByMark(bytes);
  const declared = declaredEncoding(bytes);
  if (marked === null && declared?.startsWith('utf-16')) {
    const problem = 'the XML declares encoding UTF-16, but is not.';
    throw new FileUnreadableError(name, problem, { line: 1 });
  }
  if (marked !== null && declared !== null && !agree(marked, declared)) {
    const problem = `the XML declares encoding ${declared}, but the file starts as ${marked}.`;
    throw new FileUnreadableError(name, problem, { line: 1 });
  }
  return marked ?? declared ?? 'utf-8';
}

function foreignFormat(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.includes('%PDF-')) {
    const isHybrid = /factur-x\.xml|zugferd-invoice\.xml|xrechnung\.xml/i.test(
      Buffer.from(bytes).toString('latin1'),
    );
    return isHybrid
      ? 'this is a PDF with a ZUGFeRD / Factur-X invoice in it; give the invoice as UBL.'
      : 'this is a PDF, not UBL. ZUGFeRD / Factur-X invoices in a PDF cannot be read; give the invoice as UBL.';
  }
  if (start.startsWith('PK\u0003\u0004')) return 'this is a zip file; unpack it first.';
  return null;
}

function encodingByMark(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start.startsWith('efbbbf')) return 'utf-8';
  if (start.startsWith('feff') || start.startsWith('003c')) return 'utf-16be';
  if (start.startsWith('fffe') || start.startsWith('3c00')) return 'utf-16le';
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  // A UTF-16 file has its ASCII letters with null bytes in between.
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1').replaceAll('\0', '');
  const found = /<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1];
  return found?.toLowerCase().replace(/^utf8$/, 'utf-8') ?? null;
}

const agree = (marked: string, declared: string) =>
  marked === declared || (marked.startsWith('utf-16') && declared === 'utf-16');

const SINGLE_BYTE = /^(windows-125\d|cp125\d|iso-8859-\d+|iso8859-\d+|latin\d|us-ascii|ascii)$/;

function decode(name: string, bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes)) throw notAsDeclared(name, bytes, 'utf-8');
    return new TextDecoder('utf-8').decode(bytes);
  }
  if (SINGLE_BYTE.test(encoding)) {
    const hasHighBytes = bytes.some((byte) => byte >= 0x80);
    if (hasHighBytes && encoding.endsWith('ascii')) throw notAsDeclared(name, bytes, encoding);
    if (hasHighBytes && isUtf8(bytes)) {
      throw new FileUnreadableError(
        name,
        `the XML declares encoding ${encoding}, but the letters are UTF-8.`,
        { line: 1 },
      );
    }
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    const problem =
      error instanceof RangeError
        ? `the XML declares encoding ${encoding}, which is unknown.`
        : `the letters do not fit the declared encoding ${encoding}.`;
    throw new FileUnreadableError(name, problem, { line: 1 }, { cause: error });
  }
}

function notAsDeclared(name: string, bytes: Uint8Array, encoding: string): FileUnreadableError {
  const isRight = (line: Uint8Array) =>
    encoding === 'utf-8' ? isUtf8(line) : line.every((byte) => byte < 0x80);
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end + 1;
    if (!isRight(bytes.subarray(from, to))) break;
    from = to;
  }
  return new FileUnreadableError(
    name,
    `the letters on this line do not fit the encoding ${encoding}.`,
    { line },
  );
}
