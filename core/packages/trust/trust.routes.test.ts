import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aKey, aPackage } from '../../../tests/kit/a-package.ts';
import { type AccessWorld, openAccessWorld } from '../../../tests/kit/access-world.ts';
import { testDatabase } from '../../../tests/kit/database.ts';
import { movableClock } from '../../clock.ts';
import {
  createTrustService,
  readPackage,
  rotateKey,
  signPackage,
  verifyPackage,
} from '../index.ts';

const database = testDatabase();
const clock = movableClock(new Date('2026-03-02T09:00:00Z'));
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world.close());

const asOperator = (method: string, url: string, payload?: object) =>
  world.ask(world.people.operator, { method, url: `/api${url}`, ...(payload ? { payload } : {}) });
const refusal = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string } }).error;

/** What an installation says of a package now: null when it may be installed. */
async function judge(bytes: Uint8Array): Promise<string | null> {
  const trust = await createTrustService({ store: world.store, clock }).trust();
  try {
    verifyPackage(bytes, trust);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('the operator of an installation', () => {
  it('trusts a publisher, and then no longer', async () => {
    const key = aKey();
    const signed = signPackage(aPackage(), key.key);
    expect(await judge(signed)).toBe('PUBLISHER_UNKNOWN');

    const body = { name: 'Greetings BV', publicKey: key.publicKey };
    const added = await asOperator('POST', '/publishers', body);
    expect(added.json()).toMatchObject({ name: 'Greetings BV', keys: [{ fingerprint: key.id }] });
    expect(await judge(signed)).toBeNull();

    const again = await asOperator('POST', '/publishers', { ...body, name: 'Other' });
    expect([again.statusCode, refusal(again).code]).toEqual([409, 'PUBLISHER_TAKEN']);
    const list = await asOperator('GET', '/publishers');
    expect(list.json().items).toHaveLength(1);
    const { id } = added.json();
    expect((await asOperator('DELETE', `/publishers/${id}`)).statusCode).toBe(204);
    expect(await judge(signed)).toBe('PUBLISHER_UNKNOWN');
    expect(refusal(await asOperator('DELETE', `/publishers/${id}`)).code).toBe(
      'PUBLISHER_NOT_FOUND',
    );
  });

  it('takes a new key of a publisher that the old one signed, and no other', async () => {
    const [old, next, thief] = [aKey(), aKey(), aKey()];
    const body = { name: 'Turning keys', publicKey: old.publicKey };
    const { id } = (await asOperator('POST', '/publishers', body)).json();
    const keys = (statement: object) => asOperator('POST', `/publishers/${id}/keys`, statement);
    const statement = rotateKey(old.key, next.key);

    const stolen = { ...statement, newKey: thief.publicKey };
    expect(refusal(await keys(stolen)).code).toBe('KEY_ROTATION_INVALID');
    expect(refusal(await keys(rotateKey(thief.key, next.key))).message).toContain('not one of');
    expect(await judge(signPackage(aPackage(), next.key))).toBe('PUBLISHER_UNKNOWN');

    const taken = await keys(statement);
    expect(taken.json().keys).toMatchObject([
      { fingerprint: old.id, follows: null },
      { fingerprint: next.id, follows: old.id },
    ]);
    expect(await judge(signPackage(aPackage(), next.key))).toBeNull();
    expect(await judge(signPackage(aPackage(), old.key))).toBeNull();
    expect(refusal(await keys(statement)).code).toBe('PUBLISHER_TAKEN');
  });

  it('revokes a key, a version or a content, and lifts that again', async () => {
    const key = aKey();
    await asOperator('POST', '/publishers', { name: 'Revoked', publicKey: key.publicKey });
    const signed = signPackage(aPackage({ version: '1.2.0' }), key.key);
    const { manifestSha256, code } = readPackage(signed);
    const subjects = [
      ['key', key.id],
      ['version', 'greeter@1.2.0'],
      ['content', manifestSha256],
      ['content', code.sha256],
    ];
    for (const [kind, subject] of subjects) {
      const body = { kind, subject, reason: 'It leaked' };
      const revoked = await asOperator('POST', '/revocations', body);
      expect(revoked.json()).toMatchObject({ kind, subject, revokedBy: 'The operator' });
      expect(await judge(signed), kind).toBe('PACKAGE_REVOKED');
      const { id } = (await asOperator('POST', '/revocations', body)).json();
      expect(id).toBe(revoked.json().id);
      expect((await asOperator('DELETE', `/revocations/${id}`)).statusCode).toBe(204);
      expect(await judge(signed), kind).toBeNull();
    }
  });

  it('cannot let a revoked key name its own heir', async () => {
    const [old, next] = [aKey(), aKey()];
    const body = { name: 'Leaked', publicKey: old.publicKey };
    const { id } = (await asOperator('POST', '/publishers', body)).json();
    await asOperator('POST', '/revocations', { kind: 'key', subject: old.id, reason: 'Leaked' });

    const heir = await asOperator('POST', `/publishers/${id}/keys`, rotateKey(old.key, next.key));

    expect([heir.statusCode, refusal(heir).code]).toEqual([422, 'KEY_ROTATION_INVALID']);
  });

  it.each([
    ['a key that is none', '/publishers', { name: 'X', publicKey: 'abc' }],
    ['a hash that is none', '/revocations', { kind: 'key', subject: 'x', reason: 'y' }],
    ['a version without a plugin', '/revocations', { kind: 'version', subject: '1' }],
  ])('is told of %s', async (_, url, body) => {
    const answer = await asOperator('POST', url, body);

    expect([400, 422]).toContain(answer.statusCode);
    expect(['VALIDATION_FAILED', 'KEY_UNREADABLE']).toContain(refusal(answer).code);
  });

  it('is asked once as long as nothing changes, and at once after a change', async () => {
    const service = createTrustService({ store: world.store, clock });
    const before = await service.trust();
    expect(await service.trust()).toBe(before);

    const subject = aKey().id;
    const revoked = await service.revoke({ kind: 'key', subject, reason: 'Lost', by: 'A test' });
    const after = await service.trust();

    expect(after.publisherOf(subject)?.revokedAt).toEqual(clock.now());
    await service.liftRevocation(revoked._id);
    expect((await service.trust()).publisherOf(subject)).toBeNull();
  });

  it('is the only one who may', async () => {
    for (const person of [world.people['agency-administrator'], world.people['read-only']]) {
      for (const url of ['/api/publishers', '/api/revocations']) {
        expect((await world.ask(person, { method: 'GET', url })).statusCode).toBe(403);
      }
    }
  });
});
