import { invariant } from '../invariant.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((sign, value) => [sign.charCodeAt(0), value]));
const PADDING = '='.charCodeAt(0);
/** How many signs are put together at once; more arguments than this do not fit on the stack. */
const AT_ONCE = 8_192;

export function bytesToBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    part += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    part += two === undefined ? '=' : ALPHABET.charAt((group >> 6) & 63);
    part += three === undefined ? '=' : ALPHABET.charAt(group & 63);
    if (part.length >= AT_ONCE) {
      parts.push(part);
      part = '';
    }
  }
  return parts.join('') + part;
}

/** Takes standard base64 with padding and nothing else; throws on any other sign. */
export function base64ToBytes(base64: string): Uint8Array<ArrayBuffer> {
  invariant(base64.length % 4 === 0, 'base64 comes in groups of four signs');
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < base64.length; at += 4) {
    let group = 0;
    for (let sign = at; sign < at + 4; sign += 1) {
      group = (group << 6) | valueAt(base64, sign, padding);
    }
    for (let shift = 16; shift >= 0 && to < bytes.length; shift -= 8, to += 1) {
      bytes[to] = (group >> shift) & 255;
    }
  }
  return bytes;
}

function valueAt(base64: string, at: number, padding: number): number {
  const code = base64.charCodeAt(at);
  if (code === PADDING && at >= base64.length - padding) return 0;
  const value = VALUES.get(code);
  invariant(value !== undefined, `not base64 at sign ${at + 1}`);
  return value;
}

/** UTF-8. Half a character (a lone surrogate) becomes the replacement character. */
export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const sign of text.toWellFormed()) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

const tail = (code: number) => 0x80 | (code & 0x3f);

/** Reads UTF-8. Throws on bytes that are not, since guessing would change a name or an amount. */
export function bytesToText(bytes: Uint8Array): string {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const { code, length } = characterAt(bytes, at);
    codes.push(code);
    at += length;
    if (codes.length >= AT_ONCE) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return parts.join('') + String.fromCodePoint(...codes);
}

/** The smallest character that needs so many bytes; a smaller one in more bytes is not UTF-8. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000] as const;

function characterAt(bytes: Uint8Array, at: number): { code: number; length: number } {
  const [first = 0] = bytes.subarray(at, at + 1);
  if (first < 0x80) return { code: first, length: 1 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const tails = bytes.subarray(at + 1, at + length);
  const isWhole = tails.length === length - 1 && tails.every((byte) => (byte & 0xc0) === 0x80);
  const code = tails.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), first & (0x7f >> length));
  const isLead = first >= 0xc2 && first < 0xf5;
  const isRight = isWhole && isLead && code >= SMALLEST[length] && isCharacter(code);
  invariant(isRight, `not UTF-8 at byte ${at + 1}`);
  return { code, length };
}

const isCharacter = (code: number) => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
