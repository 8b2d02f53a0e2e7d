import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { type MovableClock, movableClock } from '../../../clock.ts';
import { type Id, newId, openStore, type Store, systemScope } from '../../../store/index.ts';
import { toId } from '../../routing/index.ts';
import { createSessionsService, createSignInLimit, createUsersService } from '../index.ts';
import { sessions as sessionTable } from './session.model.ts';

const database = testDatabase();
const START = new Date('2026-03-02T09:00:00Z');
let store: Store;
let clock: MovableClock;
let sessions: ReturnType<typeof createSessionsService>;
let userId: Id;

const later = (hours: number) => clock.moveTo(new Date(clock.now().getTime() + hours * 3_600_000));

beforeAll(async () => {
  store = await openStore(database.uri);
  clock = movableClock(START);
  const users = createUsersService({ store, clock });
  sessions = createSessionsService({ store, clock, users });
  const person = { email: 'a@example.nl', name: 'A', password: 'a long password' };
  userId = toId((await users.create({ ...person, role: 'agency-employee', agencyId: newId() })).id);
  createSignInLimit({ store, clock });
  await store.ensureIndexes();
});
beforeEach(() => clock.moveTo(START));
afterAll(() => store.close());

describe('sessions', () => {
  it('keeps only the fingerprint of a token', async () => {
    const { token } = await sessions.start(userId);

    const rows = await store.table(sessionTable).in(systemScope('test')).find();

    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await sessions.open(token)).toMatchObject({ user: { name: 'A' }, locale: 'nl' });
  });

  it('lasts as long as somebody works, ends after a night, and in any case after a week', async () => {
    const worked = await sessions.start(userId);
    const left = await sessions.start(userId);

    later(8);
    expect(await sessions.open(worked.token)).toMatchObject({ extendedTo: expect.any(Date) });
    expect(await sessions.open(worked.token)).toMatchObject({ extendedTo: null });
    later(8);
    expect(await sessions.open(worked.token)).not.toBeNull();
    expect(await sessions.open(left.token)).toBeNull();

    for (let hour = 16; hour < 7 * 24; hour += 8) {
      expect(await sessions.open(worked.token), `after ${hour} hours`).not.toBeNull();
      later(8);
    }
    expect(await sessions.open(worked.token)).toBeNull();
  });

  it('is not made to last by a screen that is merely open', async () => {
    const { token } = await sessions.start(userId);

    later(8);
    expect(await sessions.peek(token)).not.toBeNull();
    later(8);

    expect(await sessions.peek(token)).toBeNull();
  });

  it('ends at once: this one, or all of a user', async () => {
    const [one, two, three] = [
      await sessions.start(userId),
      await sessions.start(userId),
      await sessions.start(userId),
    ];

    await sessions.end(one.token);
    expect(await sessions.open(one.token)).toBeNull();
    expect(await sessions.open(two.token)).not.toBeNull();

    await sessions.endAllOf(userId);
    expect(await sessions.open(three.token)).toBeNull();
  });
});

describe('the limit on signing in', () => {
  it('counts for all servers together, also attempts at the same moment', async () => {
    const servers = [createSignInLimit({ store, clock }), createSignInLimit({ store, clock })];

    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        servers[index % 2]?.attempt('b@example.nl', '192.0.2.1'),
      ),
    );

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('lets the person in from another address, and from the same one after a quarter of an hour', async () => {
    const limit = createSignInLimit({ store, clock });
    const attempt = (address: string) => limit.attempt('c@example.nl', address);
    for (let count = 0; count < 5; count += 1) await attempt('192.0.2.2');

    await expect(attempt('192.0.2.2')).rejects.toMatchObject({
      code: 'TOO_MANY_SIGN_INS',
      details: { retryAfterSeconds: 900 },
    });
    await attempt('192.0.2.3');
    later(0.26);
    await attempt('192.0.2.2');
  });

  it('stops one address that tries many people, and many addresses that try one', async () => {
    const limit = createSignInLimit({ store, clock });
    for (let n = 0; n < 100; n += 1) await limit.attempt(`d${n}@example.nl`, '192.0.2.4');
    await expect(limit.attempt('d@example.nl', '192.0.2.4')).rejects.toThrow('too many');

    for (let n = 0; n < 50; n += 1) await limit.attempt('e@example.nl', `198.51.100.${n}`);
    await expect(limit.attempt('e@example.nl', '198.51.100.99')).rejects.toThrow('too many');
  });

  it('forgets what it counted when the password was right', async () => {
    const limit = createSignInLimit({ store, clock });
    for (let round = 0; round < 20; round += 1) {
      await limit.attempt('f@example.nl', '192.0.2.5');
      await limit.succeed('f@example.nl', '192.0.2.5');
    }
  });
});
