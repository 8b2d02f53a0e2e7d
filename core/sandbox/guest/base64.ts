import type { BytesCodec } from '../wire.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...SIGNS].map((sign, value) => [sign.charCodeAt(0), value]));
const PIECE = 8_190;

/** RFC 4648, for a guest that has no Buffer. */
export const base64: BytesCodec = {
  toBase64(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; at += PIECE) text += piece(bytes.subarray(at, at + PIECE));
    return text;
  },
  fromBase64(text) {
    const length = text.replace(/=+$/, '').length;
    const bytes = new Uint8Array(Math.floor((length * 3) / 4));
    let bits = 0;
    let held = 0;
    let at = 0;
    for (let index = 0; index < length; index += 1) {
      const value = VALUES.get(text.charCodeAt(index));
      if (value === undefined) throw new TypeError('This is no base64.');
      held = ((held << 6) | value) & 0xffff;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
    return bytes;
  },
};

function piece(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const whole = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += SIGNS.charAt(whole >> 18) + SIGNS.charAt((whole >> 12) & 63);
    text += b === undefined ? '=' : SIGNS.charAt((whole >> 6) & 63);
    text += c === undefined ? '=' : SIGNS.charAt(whole & 63);
  }
  return text;
}
