import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  aDescription,
  aKey,
  aPackage,
  describeHere,
  someFiles,
  trusting,
} from '../../tests/kit/a-package.ts';
import {
  checkRotation,
  compareWithCode,
  counterSignPackage,
  createManifest,
  keyIdOf,
  readPackage,
  readPrivateKey,
  readPublicKey,
  rotateKey,
  signPackage,
  verifyPackage,
  writePackage,
} from './index.ts';

const [publisher, friend, stranger] = [aKey(), aKey(), aKey()];
const trust = trusting({ Greetings: publisher, Market: friend });
const signed = signPackage(aPackage(), publisher.key);

describe('a signed package', () => {
  it('tells who published it and who vouches for it', () => {
    const vouched = counterSignPackage(counterSignPackage(signed, friend.key), stranger.key);

    const { publisher: by, counterSigners, code, manifest } = verifyPackage(vouched, trust);

    expect(by).toEqual({ keyId: publisher.id, publisherId: 'Greetings', name: 'Greetings' });
    const friends = { keyId: friend.id, publisherId: 'Market', name: 'Market' };
    expect(counterSigners).toHaveLength(2);
    expect(counterSigners).toContainEqual(friends);
    // Whoever is not known here may vouch, and it counts for nothing.
    expect(counterSigners).toContainEqual({ keyId: stranger.id, publisherId: null, name: null });
    expect(code).toMatchObject({ id: 'greeter', source: 'export const plugin = {};\n' });
    expect(manifest.asks.claim).toEqual(['debtor.name']);
  });

  it('is the same whoever signs again, and in whatever order others vouch', () => {
    const twoWays = [
      counterSignPackage(counterSignPackage(signed, friend.key), stranger.key),
      counterSignPackage(counterSignPackage(signed, stranger.key), friend.key),
    ];

    expect(signPackage(signed, publisher.key)).toEqual(signed);
    expect(twoWays[0]).toEqual(twoWays[1]);
    expect(counterSignPackage(twoWays[0]!, friend.key)).toEqual(twoWays[0]);
    expect(readPackage(signed).manifestSha256).toBe(readPackage(aPackage()).manifestSha256);
  });

  it('is not signed over by another publisher, and not vouched for before it is signed', () => {
    expect(() => signPackage(signed, stranger.key)).toThrow('another publisher');
    expect(() => counterSignPackage(aPackage(), friend.key)).toThrow('Nobody signed');
  });

  it('is refused when nobody signed it, or somebody who is not trusted', () => {
    const strange = signPackage(aPackage(), stranger.key);

    expect(() => verifyPackage(aPackage(), trust)).toThrow('Nobody signed');
    expect(() => verifyPackage(strange, trust)).toThrow(stranger.id);
    const trying = { ...trust, allowUntrusted: true };
    expect(verifyPackage(aPackage(), trying).publisher).toBeNull();
    expect(verifyPackage(strange, trying).publisher).toMatchObject({ publisherId: null });
  });

  it('is refused when the signature was made with another key, or for another content', () => {
    const { manifest, files, signatures } = readPackage(signed);
    const [own] = signatures;
    const foreign = readPackage(signPackage(aPackage(), stranger.key)).signatures[0]!;
    const claimed = { ...own!, signature: foreign.signature };
    const older = readPackage(signPackage(aPackage({ version: '0.9.0' }), publisher.key));
    const rewritten = { ...older.signatures[0]!, manifestSha256: own!.manifestSha256 };
    const verify = (...list: (typeof claimed)[]) =>
      verifyPackage(writePackage(manifest, files, list), { ...trust, allowUntrusted: true });

    expect(() => verify(claimed)).toThrow('not made with the key');
    expect(() => verify(older.signatures[0]!)).toThrow('manifest.json is not what was signed');
    expect(() => verify(rewritten)).toThrow('not made with the key');
    expect(() => verify(own!, { ...own!, role: 'counter', publicKey: friend.publicKey })).toThrow(
      'not made with the key',
    );
  });

  it('is refused when it asks for more than was signed, with everything else made to fit', () => {
    const { signatures } = readPackage(signed);
    const files = someFiles();
    const wider = createManifest(
      aDescription({ permissions: { claim: ['debtor'], hosts: ['api.example.com'] } }),
      files,
    );

    const bytes = writePackage(wider, files, signatures);

    expect(() => verifyPackage(bytes, trust)).toThrow('manifest.json is not what was signed');
  });

  it('is refused when the key, the version or the content was revoked, also for trying out', () => {
    const { manifestSha256, code } = readPackage(signed);
    const verify = (over: object) =>
      verifyPackage(signed, { ...trust, allowUntrusted: true, ...over });
    const revoked = (what: string) => ({
      isRevoked: (...named: string[]) => (named.includes(what) ? 'It leaked' : null),
    });
    const revokedAt = new Date('2026-03-01T00:00:00Z');

    for (const what of ['1.0.0', manifestSha256, code.sha256]) {
      expect(() => verify(revoked(what))).toThrow('was revoked: It leaked');
    }
    expect(() =>
      verify({ publisherOf: (id: string) => ({ ...trust.publisherOf(id)!, revokedAt }) }),
    ).toThrow('no longer valid since 2026-03-01');
    expect(() => verify({})).not.toThrow();
  });
});

describe('a key', () => {
  it('is read from its file, has one name, and is of one kind', () => {
    expect(readPublicKey(publisher.privatePem)).toBe(publisher.publicKey);
    expect(keyIdOf(publisher.publicKey)).toMatch(/^[0-9a-f]{64}$/);
    expect(() => readPrivateKey(publisher.publicPem)).toThrow('no private key');
    expect(() => readPublicKey('hello')).toThrow('no key');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    expect(() => readPrivateKey(pem)).toThrow('of the kind ec');
    expect(() => keyIdOf('AAAA')).toThrow('not 32 bytes');
  });

  it('takes over when both the old and the new one say so', () => {
    const statement = rotateKey(publisher.key, friend.key);

    expect(checkRotation(statement)).toEqual(statement);
    const changes = [
      { newKey: stranger.publicKey },
      { oldKey: stranger.publicKey },
      { oldSignature: statement.newSignature },
      { newSignature: statement.oldSignature },
      { newKey: statement.oldKey },
      { format: 2 },
      { more: true },
    ];
    for (const change of changes) {
      expect(() => checkRotation({ ...statement, ...change })).toThrow('cannot take over');
    }
  });
});

describe('a manifest beside its code', () => {
  const source = (over = '') => `export const plugin = {
    ...${JSON.stringify({ ...aDescription(), permissions: undefined, credentials: undefined })},
    permissions: { claim: ['debtor.name'], hosts: ['api.example.com'] },
    ${over}
    setup() {},
  };\n`;
  const packed = (over?: string) => readPackage(aPackage({}, someFiles(source(over))));

  it('says what the code says', async () => {
    await expect(compareWithCode(packed(), describeHere)).resolves.toBeUndefined();
  });

  it.each([
    ['a host', "permissions: { claim: ['debtor.name'], hosts: ['evil.example'] },", '/hosts/0'],
    ['a field', "permissions: { claim: ['debtor.name', 'x'] },", '/permissions/claim/1'],
    ['a version', "version: '2.0.0',", '/version'],
    ['a credential', "credentials: { key: { kind: 'basic' } },", '/credentials/key'],
  ])('is refused when the code has another: %s', async (_, over, place) => {
    await expect(compareWithCode(packed(over), describeHere)).rejects.toThrow(place);
  });
});
