import { describe, expect, it } from 'vitest';
import { hashPassword, isPasswordOf } from './password-hash.ts';

describe('hashPassword', () => {
  it('makes a PHC string with a salt of its own that fits this password only', async () => {
    const [first, second] = await Promise.all([
      hashPassword('Geheim123!'),
      hashPassword('Geheim123!'),
    ]);

    expect(first).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
    expect(second).not.toBe(first);
    expect(await isPasswordOf(first, 'Geheim123!')).toBe(true);
    expect(await isPasswordOf(first, 'geheim123!')).toBe(false);
  });

  it('takes one spelling of an accented letter for the other', async () => {
    const hash = await hashPassword('caf\u00e9-creme');

    expect(await isPasswordOf(hash, 'cafe\u0301-creme')).toBe(true);
  });

  it('reads hashes that other programs made, with their own cost', async () => {
    const known =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

    expect(await isPasswordOf(known, 'password')).toBe(true);
    expect(await isPasswordOf('plain text', 'plain text')).toBe(false);
  });
});
