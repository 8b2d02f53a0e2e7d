import type { EventPlace } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { createUsersService, users } from '../../domain/users/index.ts';
import { newId, openStore, type Store, systemScope } from '../../store/index.ts';
import type { LiveFeed } from '../live-feed.ts';
import { createTestServer } from '../test-server.ts';

const [agencyId, creditorId] = [newId(), newId()];
const here: EventPlace = {
  agencyId: agencyId.toHexString(),
  creditorId: creditorId.toHexString(),
  administrationId: newId().toHexString(),
};
const other = () => newId().toHexString();

const database = testDatabase();
let store: Store;
let app: FastifyInstance;
let liveFeed: LiveFeed;
let cookie: string;

beforeAll(async () => {
  store = await openStore(database.uri);
  ({ app, liveFeed } = await createTestServer(store));
  await app.ready();
  const service = createUsersService({ store, clock: { now: () => new Date('2026-03-01') } });
  const person = { name: 'Ann', email: 'ann@example.nl', password: 'a long password' };
  await service.create({ ...person, role: 'agency-employee', agencyId });
  // Limited to one creditor, without the creditor itself: only the events matter here.
  const row = store.table(users).in(systemScope('test'));
  await row.updateOne(
    { email: person.email },
    {
      $set: { role: 'creditor-employee', creditorIds: [creditorId] },
    },
  );
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: person.email, password: person.password },
  });
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await app.close();
  await store.close();
});

const event = (place: EventPlace) => ({
  id: other(),
  name: 'debtor.changed' as const,
  at: new Date('2026-03-02T10:00:00Z'),
  place,
  data: { debtorId: other() },
});
const connect = (headers: Record<string, string>) =>
  app.injectWS('/api/live', {
    headers: { host: '127.0.0.1:8080', ...headers },
    socket: { remoteAddress: '127.0.0.1' } as never,
  });

describe('the live feed', () => {
  it('pushes events of what the user may see, and no others', async () => {
    const socket = await connect({ cookie });
    const heard: unknown[] = [];
    const second = new Promise<void>((resolve) => {
      socket.on('message', (message) => {
        heard.push(JSON.parse(String(message)));
        if (heard.length === 2) resolve();
      });
    });

    const [first, last] = [event(here), event({ ...here, administrationId: other() })];
    liveFeed.publish(first);
    liveFeed.publish(event({ ...here, creditorId: other() }));
    liveFeed.publish(event({ ...here, agencyId: other() }));
    liveFeed.publish(last);
    await second;
    socket.terminate();

    const { name, data, place } = first;
    expect(heard[0]).toEqual({ name, data, place, at: '2026-03-02T10:00:00.000Z' });
    expect(heard[1]).toMatchObject({ place: last.place });
  });

  it('refuses strangers and pages of other web sites', async () => {
    await expect(connect({})).rejects.toThrow('401');
    await expect(connect({ cookie, origin: 'https://evil.example' })).rejects.toThrow('403');
    const own = await connect({ cookie, origin: 'http://127.0.0.1:8080' });
    own.terminate();
  });

  it('hangs up on who sends more than a little', async () => {
    const socket = await connect({ cookie });
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));

    socket.send('x'.repeat(5_000));

    expect(await closed).not.toBe(1000);
  });

  it('keeps going when one listener fails', () => {
    const heard: string[] = [];
    const stopBad = liveFeed.subscribe(() => {
      throw new Error('broken');
    });
    const stopGood = liveFeed.subscribe(({ name }) => void heard.push(name));

    liveFeed.publish(event(here));
    stopBad();
    stopGood();
    liveFeed.publish(event(here));

    expect(heard).toEqual(['debtor.changed']);
  });
});
