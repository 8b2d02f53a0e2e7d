import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { isBetalingskenmerk, makeBetalingskenmerk } from './betalingskenmerk.ts';
import { epcAmount, type EpcPayment, makeEpcPayload } from './epc-payload.ts';
import { isIban, printIban } from './iban.ts';
import { isRfReference, makeRfReference, printRfReference } from './rf-reference.ts';

const vectorsOf = <Vector>(path: string): Vector[] =>
  (JSON.parse(readFileSync(sharedDir() + path, 'utf8')) as { vectors: Vector[] }).vectors;

describeWithShared('betalingskenmerk', 'law/betalingskenmerk-vectors.json', () => {
  type Vector = { reference: string; valid: boolean; check_digit?: string | null };
  const vectors = vectorsOf<Vector>('law/betalingskenmerk-vectors.json');

  it.each(vectors.map((one) => [one.reference, one] as const))('%s', (reference, vector) => {
    expect(isBetalingskenmerk(reference)).toBe(vector.valid);
    if (!vector.valid || !vector.check_digit) return;
    const digits = reference.slice(reference.length === 16 ? 1 : 2);
    expect(makeBetalingskenmerk(digits)).toBe(reference);
  });
});

describeWithShared('bank account numbers', 'law/iban-vectors.json', () => {
  const vectors = vectorsOf<{ iban: string; valid: boolean }>('law/iban-vectors.json');

  it.each(vectors.map(({ iban, valid }) => [iban, valid] as const))('%s: %s', (iban, valid) => {
    expect(isIban(iban)).toBe(valid);
    expect(isIban(printIban(iban))).toBe(valid);
  });
});

describeWithShared('RF references', 'law/rf-vectors.json', () => {
  type Vector = { base?: string; reference: string; valid: boolean };
  const vectors = vectorsOf<Vector>('law/rf-vectors.json');

  it.each(vectors.map((one) => [one.reference, one] as const))('%s', (reference, vector) => {
    expect(isRfReference(reference)).toBe(vector.valid);
    expect(isRfReference(printRfReference(reference))).toBe(vector.valid);
    if (vector.base) expect(makeRfReference(vector.base)).toBe(reference);
  });
});

describeWithShared('payment codes', 'law/epc-qr-vectors.json', () => {
  type Vector = { id: string; fields: EpcPayment; payload: string; bytes_utf8: number };
  const vectors = vectorsOf<Vector>('law/epc-qr-vectors.json');

  it.each(vectors.map((one) => [one.id, one] as const))('%s', (_id, vector) => {
    const payload = makeEpcPayload(vector.fields);
    expect(payload).toBe(vector.payload);
    expect(Buffer.byteLength(payload)).toBe(vector.bytes_utf8);
  });

  const plain: EpcPayment = { name: 'Voorbeeld', iban: 'NL91ABNA0417164300', amount: '1.00' };
  // As the list of what must be refused says it.
  const refused: Readonly<Record<string, Partial<EpcPayment>>> = {
    'amount 0.00': { amount: '0.00' },
    'amount 1000000000.00': { amount: '1000000000.00' },
    'name of 71 characters': { name: 'n'.repeat(71) },
    'structured and unstructured both given': { structured: 'RF462026000123', unstructured: 'x' },
    'unstructured of 141 characters': { unstructured: 'u'.repeat(141) },
    'BIC empty with version 001': { version: '001', bic: '' },
    'currency USD': { currency: 'USD' },
    'payload of 332 bytes': { name: 'ë'.repeat(70), unstructured: 'é'.repeat(80) },
    'comma as decimal separator': { amount: '1,00' },
    'IBAN with bad check digits': { iban: 'NL92ABNA0417164300' },
  };
  const { must_be_rejected: listed } = JSON.parse(
    readFileSync(`${sharedDir()}law/epc-qr-vectors.json`, 'utf8'),
  ) as { must_be_rejected: { input: string }[] };

  it.each(listed.map(({ input }) => input))('refuse %s', (input) => {
    expect(() => makeEpcPayload({ ...plain, ...refused[input] })).toThrow('cannot be made');
    expect(refused[input]).toBeDefined();
  });

  it('refuse a line break, which would move the fields', () => {
    expect(() => makeEpcPayload({ ...plain, unstructured: 'a\nb' })).toThrow('unstructured holds');
    expect(() => makeEpcPayload({ ...plain, name: ' ' })).toThrow('name is missing');
    expect(() => makeEpcPayload({ ...plain, structured: 'RF17539007547034' })).toThrow('RF');
  });

  it('fill the room to the last byte', () => {
    const full = { ...plain, name: 'n'.repeat(70), unstructured: 'u'.repeat(140) };
    const length = (info: string) => Buffer.byteLength(makeEpcPayload({ ...full, info }));
    const room = 331 - length('i') + 1;
    expect(length('i'.repeat(Math.min(room, 70)))).toBeLessThanOrEqual(331);
  });
});

describe('references that are made', () => {
  it('are right, whatever they are made of', () => {
    const base = fc.stringMatching(/^[0-9A-Z]{1,21}$/);
    fc.assert(fc.property(base, (text) => isRfReference(makeRfReference(text))));
    const digits = fc.oneof(fc.stringMatching(/^\d{7,12}$/), fc.stringMatching(/^\d{15}$/));
    fc.assert(fc.property(digits, (text) => isBetalingskenmerk(makeBetalingskenmerk(text))));
  });

  it('notice a digit that was typed wrongly in an RF reference', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 13 }), digit, (place, wrong) => {
        const right = makeRfReference('2026000123');
        if (right[place] === String(wrong)) return;
        expect(isRfReference(right.slice(0, place) + wrong + right.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('are refused of anything else', () => {
    expect(() => makeRfReference('')).toThrow('1 to 21 letters');
    expect(() => makeRfReference('a-b')).toThrow('1 to 21 letters');
    expect(() => makeBetalingskenmerk('1234567890123')).toThrow('7 to 12 or 15 digits');
    expect(() => makeBetalingskenmerk('12345678', { isBare: true })).toThrow('digits');
    expect(makeBetalingskenmerk('1234567', { isBare: true })).toBe('1234567');
  });

  it('write an amount as a payment code wants it', () => {
    expect([epcAmount(1), epcAmount(1230), epcAmount(99_999_999_999)]).toEqual([
      '0.01',
      '12.30',
      '999999999.99',
    ]);
  });
});
