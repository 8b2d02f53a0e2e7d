import type { PublishedEvent } from '@inning/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '../../core/clock.ts';
import {
  createDispatcher,
  createEventPublisher,
  createFailedEvents,
  type Listener,
  outbox,
  watchOutbox,
} from '../../core/events/index.ts';
import { type AdministrationKey, newId, systemScope } from '../../core/store/index.ts';
import { useStore } from './database.ts';

const store = useStore();
const log = { error: () => undefined, warn: () => undefined };
const start = new Date('2026-03-02T08:00:00Z');
let clock = movableClock(start);

const administration = (): AdministrationKey => ({
  agencyId: newId(),
  creditorId: newId(),
  administrationId: newId(),
});

beforeEach(async () => {
  clock = movableClock(start);
  await store().connection.dropDatabase();
  store().table(outbox);
  dispatcher([]);
  await store().ensureIndexes();
});

function dispatcher(listeners: Listener[], timeoutMs = 30_000) {
  return createDispatcher({ store: store(), clock, listeners, log, timeoutMs });
}

async function publish(place: AdministrationKey, ...debtors: string[]) {
  const events = createEventPublisher({ store: store(), clock });
  await store().transaction((session) =>
    events.publish(
      session,
      ...debtors.map((debtorId) => ({
        name: 'debtor.changed' as const,
        place,
        data: { debtorId },
      })),
    ),
  );
}

const debtorOf = (event: PublishedEvent) => (event.data as { debtorId: string }).debtorId;
const later = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms));

describe('passing events on', () => {
  it('hands over each event once and in order within its administration', async () => {
    const [one, two] = [administration(), administration()];
    const heard: string[] = [];
    const listener: Listener = {
      id: 'flows',
      names: ['debtor.changed'],
      handle: async (events) => void heard.push(...events.map(debtorOf)),
    };

    await publish(one, 'a1', 'a2', 'a3');
    await publish(two, 'b1');
    await publish(one, 'a4');
    const passed = await dispatcher([listener]).drain();
    await dispatcher([listener]).drain();

    expect(passed).toBe(5);
    expect(heard.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(heard).toHaveLength(5);
  });

  it('holds a failing listener at its event, lets the others go on, and then goes on in order', async () => {
    const place = administration();
    const heard: string[] = [];
    let isBroken = true;
    const others: string[] = [];
    const listeners: Listener[] = [
      {
        id: 'weak',
        names: ['debtor.changed'],
        batchSize: 10,
        async handle(events) {
          if (isBroken && events.some((event) => debtorOf(event) === '2'))
            throw new Error('broken');
          heard.push(...events.map(debtorOf));
        },
      },
      {
        id: 'strong',
        names: ['debtor.changed'],
        handle: async (events) => void others.push(...events.map(debtorOf)),
      },
    ];

    await publish(place, '1', '2', '3');
    await dispatcher(listeners).drain();
    await publish(place, '4');
    await dispatcher(listeners).drain();
    expect(heard).toEqual(['1']);
    expect(others).toEqual(['1', '2', '3', '4']);

    isBroken = false;
    later(2_000);
    await dispatcher(listeners).drain();
    expect(heard).toEqual(['1', '2', '3', '4']);
    expect(others).toEqual(['1', '2', '3', '4']);
  });

  it('gives up after ten attempts, shows the failure, goes on, and can be told to try again', async () => {
    const place = administration();
    const heard: string[] = [];
    let isBroken = true;
    const listener: Listener = {
      id: 'weak',
      names: ['debtor.changed'],
      async handle([event]) {
        if (isBroken && event && debtorOf(event) === '1') throw new Error('no such account');
        if (event) heard.push(debtorOf(event));
      },
    };

    await publish(place, '1', '2');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await dispatcher([listener]).drain();
      later(15 * 60_000);
    }
    expect(heard).toEqual(['2']);
    const failed = createFailedEvents({ store: store() });
    const [row] = await failed.list();
    expect(row?.failures[0]).toMatchObject({ listener: 'weak', error: 'Error: no such account' });

    isBroken = false;
    await failed.retry(row!._id);
    await dispatcher([listener]).drain();
    expect(heard).toEqual(['2', '1']);
    expect(await failed.count()).toBe(0);
  });

  it('counts a listener that never answers as failed, and does not wait for it', async () => {
    const silent: Listener = {
      id: 'silent',
      names: ['debtor.changed'],
      handle: () => new Promise(() => undefined),
    };

    await publish(administration(), '1');
    await dispatcher([silent], 50).drain();

    const rows = store().table(outbox).in(systemScope('test'));
    expect(await rows.findOne({})).toMatchObject({ isWaiting: true, attempts: 1 });
  });

  it('passes nothing to a plugin that is off for the administration', async () => {
    const heard: string[] = [];
    const off = administration();
    const listener: Listener = {
      id: 'plugin',
      names: ['debtor.changed'],
      isOnFor: async (place) => place.administrationId !== off.administrationId.toHexString(),
      handle: async (events) => void heard.push(...events.map(debtorOf)),
    };

    await publish(off, 'off');
    await publish(administration(), 'on');
    await dispatcher([listener]).drain();

    expect(heard).toEqual(['on']);
  });

  it('gives each event to one of several workers', async () => {
    const heard: string[] = [];
    const listener: Listener = {
      id: 'flows',
      names: ['debtor.changed'],
      handle: async (events) => void heard.push(...events.map(debtorOf)),
    };
    const places = Array.from({ length: 5 }, administration);
    const workers = [dispatcher([listener]), dispatcher([listener]), dispatcher([listener])];

    for (let round = 0; round < 10; round += 1) {
      for (const place of places) await publish(place, `${round}`);
      await Promise.all(workers.map((worker) => worker.drain()));
    }
    await workers[0]!.drain();

    expect(heard).toHaveLength(50);
  });

  it('passes on thousands of events per second', async () => {
    let count = 0;
    const listener: Listener = {
      id: 'flows',
      names: ['debtor.changed'],
      batchSize: 500,
      handle: async (events) => void (count += events.length),
    };
    const places = Array.from({ length: 10 }, administration);
    for (const place of places) await publish(place, ...Array(1_000).fill('x'));

    const startedAt = performance.now();
    await dispatcher([listener]).drain();
    const perSecond = Math.round(count / ((performance.now() - startedAt) / 1_000));

    console.log(`${perSecond} events per second`);
    expect(count).toBe(10_000);
    expect(perSecond).toBeGreaterThan(500);
  });
});

describe('watching the outbox', () => {
  it('tells of an event when its transaction has committed', async () => {
    await publish(administration(), 'before');
    const heard: string[] = [];
    const watch = watchOutbox({ store: store(), log }, (event) => heard.push(debtorOf(event)));
    await expect
      .poll(async () => {
        await publish(administration(), 'after');
        return heard;
      })
      .toContain('after');

    await watch.close();
  });
});
