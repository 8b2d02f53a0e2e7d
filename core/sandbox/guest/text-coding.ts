/** UTF-8 as the Encoding Standard of the WHATWG has it, for a guest that has no web interfaces. */
export class TextEncoder {
  readonly encoding = 'utf-8';

  encode(text = ''): Uint8Array {
    const bytes: number[] = [];
    for (const sign of String(text)) put(bytes, sign.codePointAt(0) ?? 0);
    return Uint8Array.from(bytes);
  }
}

function put(bytes: number[], point: number): void {
  const isHalf = point >= 0xd800 && point <= 0xdfff;
  const code = isHalf ? 0xfffd : point;
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), low(code));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), low(code >> 6), low(code));
  else bytes.push(0xf0 | (code >> 18), low(code >> 12), low(code >> 6), low(code));
}

const low = (code: number) => 0x80 | (code & 0x3f);

const LATIN = new Set(['latin1', 'iso-8859-1', 'ascii', 'us-ascii']);
const UTF8 = new Set(['utf-8', 'utf8']);

/** Reads UTF-8 and Latin-1. Bytes that are no UTF-8 become U+FFFD, or with `fatal` an error. */
export class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    const name = String(label).trim().toLowerCase();
    if (!UTF8.has(name) && !LATIN.has(name)) throw new RangeError(`Unknown encoding "${label}".`);
    this.encoding = UTF8.has(name) ? 'utf-8' : 'iso-8859-1';
    this.fatal = options.fatal === true;
    this.ignoreBOM = options.ignoreBOM === true;
  }

  decode(given: ArrayBufferView | ArrayBuffer = new Uint8Array()): string {
    const bytes = viewOf(given);
    if (this.encoding !== 'utf-8') return latin(bytes);
    const text = decodeUtf8(bytes, this.fatal);
    return !this.ignoreBOM && text.startsWith('\ufeff') ? text.slice(1) : text;
  }
}

function viewOf(given: ArrayBufferView | ArrayBuffer): Uint8Array {
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  return new Uint8Array(given.buffer as ArrayBuffer, given.byteOffset, given.byteLength);
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function decodeUtf8(bytes: Uint8Array, fatal: boolean): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const { code, size } = readSign(bytes, at);
    if (code === null && fatal) throw new TypeError('These bytes are no UTF-8.');
    text += code === null ? '\ufffd' : String.fromCodePoint(code);
    at += size;
  }
  return text;
}

type Sign = { readonly code: number | null; readonly size: number };
type Shape = { readonly more: number; readonly bits: number; readonly smallest: number };

/** By how many bytes follow the first: RFC 3629, table of section 3. */
const SHAPES: readonly Shape[] = [
  { more: 0, bits: 0x7f, smallest: 0 },
  { more: 1, bits: 0x1f, smallest: 0x80 },
  { more: 2, bits: 0x0f, smallest: 0x800 },
  { more: 3, bits: 0x07, smallest: 0x10000 },
];

function shapeOf(first: number): Shape | undefined {
  if (first < 0x80) return SHAPES[0];
  if (first < 0xc2 || first > 0xf4) return undefined;
  if (first < 0xe0) return SHAPES[1];
  return first < 0xf0 ? SHAPES[2] : SHAPES[3];
}

function readSign(bytes: Uint8Array, at: number): Sign {
  const first = bytes[at] ?? 0;
  const shape = shapeOf(first);
  if (!shape) return { code: null, size: 1 };
  let code = first & shape.bits;
  for (let step = 1; step <= shape.more; step += 1) {
    const byte = bytes[at + step];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return { code: null, size: step };
    code = (code << 6) | (byte & 0x3f);
  }
  return isSign(code, shape) ? { code, size: shape.more + 1 } : { code: null, size: 1 };
}

const isSign = (code: number, { smallest }: Shape) =>
  code >= smallest && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
