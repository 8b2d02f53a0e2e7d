import { describe, expect, it } from 'vitest';
import { base64 } from './guest/base64.ts';
import { TextDecoder as GuestDecoder, TextEncoder as GuestEncoder } from './guest/text-coding.ts';
import { bufferCodec } from './pool/items.ts';
import { fromWire, toWire } from './wire.ts';

describe('values that cross', () => {
  it('arrive as they were: moments, bytes, and data that looks like a mark', () => {
    const value = { at: new Date(5), bytes: Uint8Array.of(0, 255), plain: { $date: 1, b: [null] } };
    const text = JSON.stringify(toWire(value, bufferCodec));

    expect(fromWire(JSON.parse(text), base64)).toEqual(value);
  });

  it('leave behind what is no data, and `__proto__`', () => {
    const value = JSON.parse('{"a":1,"__proto__":{"b":2}}') as object;
    const crossed = fromWire(toWire({ ...value, run() {}, no: undefined }, base64), bufferCodec);

    expect(Object.keys(crossed as object)).toEqual(['a']);
    expect((crossed as { b?: number }).b).toBeUndefined();
  });

  it('are refused when they are nested too deeply', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100; level += 1) deep = [deep];

    expect(() => toWire(deep, base64)).toThrow('nested too deeply');
  });
});

describe('texts in a guest', () => {
  it.each(['', 'a', 'é€', '𝄞 end', 'x'.repeat(9_000)])(
    'are the bytes that Node makes of them: %#',
    (text) => {
      const bytes = new GuestEncoder().encode(text);

      expect([...bytes]).toEqual([...new TextEncoder().encode(text)]);
      expect(new GuestDecoder().decode(bytes)).toBe(text);
      expect(base64.toBase64(bytes)).toBe(Buffer.from(text).toString('base64'));
    },
  );

  it('that are no UTF-8 become replacement characters, or an error', () => {
    const wrong = Uint8Array.of(97, 0xc0, 0x80, 0xed, 0xa0, 0x80, 98);

    expect(new GuestDecoder().decode(wrong)).toMatch(/^a\ufffd+b$/);
    expect(() => new GuestDecoder('utf-8', { fatal: true }).decode(wrong)).toThrow('no UTF-8');
  });
});
