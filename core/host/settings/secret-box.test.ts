import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const box = createSecretBox('a secret of the installation, long enough');

describe('a secret box', () => {
  it('gives every text back to its owner, and never stores the same twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, owner) => {
        const [one, two] = [box.seal(text, owner), box.seal(text, owner)];
        expect(one).not.toBe(two);
        expect(box.open(one, owner)).toBe(text);
      }),
    );
  });

  it('opens nothing for another owner, with another key, or when a byte was changed', () => {
    const sealed = box.seal('geheim', 'agency/administration/mail-smtp/password');
    const [version, body] = sealed.split(':');
    const bytes = Buffer.from(body!, 'base64');
    bytes[bytes.length - 1]! ^= 1;
    const other = createSecretBox('another secret of the installation, long');

    expect(() => box.open(sealed, 'agency/administration/mail-smtp/user')).toThrow();
    expect(() => other.open(sealed, 'agency/administration/mail-smtp/password')).toThrow();
    expect(() =>
      box.open(
        `${version}:${bytes.toString('base64')}`,
        'agency/administration/mail-smtp/password',
      ),
    ).toThrow();
    expect(() => box.open('geheim', 'agency/administration/mail-smtp/password')).toThrow();
  });

  it('insists on a secret that is long enough', () => {
    expect(() => createSecretBox('short')).toThrow('at least 32 characters');
  });
});
