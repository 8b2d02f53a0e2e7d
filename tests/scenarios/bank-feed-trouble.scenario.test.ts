import { describe, expect, it } from 'vitest';
import { A_PAGE_FOR_PEOPLE, HALF_AN_ANSWER, refusal } from '../kit/played-bank.ts';
import { bankConnections } from '../../core/domain/bank-feeds/index.ts';
import { aConnectedBank, ANJA } from './telling/a-connected-bank.ts';

const { here, connect, minutesLater, sweep, books, account, linesHere, freshAt } = aConnectedBank();

describe('a bank with trouble', () => {
  it.each([
    ['answers 503', refusal(503, 'SERVER_BUSY'), 5],
    [
      'is asked too often and says for how long',
      refusal(429, 'ACCESS_EXCEEDED', { 'retry-after': '3600' }),
      60,
    ],
    ['gives half an answer', HALF_AN_ANSWER, 5],
    ['answers 500', refusal(500, 'INTERNAL_SERVER_ERROR'), 5],
    ['shows a page for people', A_PAGE_FOR_PEOPLE, 5],
    ['goes away', 'away' as const, 5],
  ])(
    'that %s on its second page is asked again, and nothing is booked meanwhile',
    async (_, failing, minutes) => {
      await connect();
      books(4);
      here.bank.pages.failing.set(1, failing);

      await sweep();

      expect(await linesHere()).toHaveLength(0);
      expect(await freshAt()).toBeNull();
      expect(await account()).toMatchObject({ problem: 'CONNECTOR_UNAVAILABLE', failureCount: 1 });
      minutesLater(minutes - 1);
      expect(await sweep()).toBe(0);
      here.bank.pages.failing.clear();
      minutesLater(1);
      expect(await sweep()).toBe(1);
      expect(await linesHere()).toHaveLength(4);
      expect(await account()).toMatchObject({ problem: null, failureCount: 0 });
    },
  );

  it('that asked for rest is not asked again by a person before that time', async () => {
    await connect();
    books(2);
    here.bank.pages.failing.set(0, refusal(429, 'ACCESS_EXCEEDED', { 'retry-after': '3600' }));
    await sweep();
    here.bank.pages.failing.clear();
    const until = here.world.clock.now().getTime() + 3_600_000;
    const readNow = () => here.feeds.readNow(here.world.scope, here.connectionId);

    await expect(readNow()).rejects.toMatchObject({
      code: 'BANK_ASKED_TO_WAIT',
      details: { until },
    });
    expect(await linesHere()).toHaveLength(0);

    minutesLater(60);
    await readNow();
    expect(await linesHere()).toHaveLength(2);
  });

  it('that takes nobody in leaves no connection that waits', async () => {
    here.bank.door.isShut = true;
    const { administrationId } = here.place;
    const wanted = { administrationId, pluginId: 'bank-xs2a', bank: 'knab' };

    await expect(here.feeds.start(here.world.scope, wanted, ANJA)).rejects.toMatchObject({
      code: 'CONNECTOR_UNAVAILABLE',
    });

    const all = await here.world.store
      .table(bankConnections)
      .in(here.world.scope)
      .find({ administrationId }, { sort: { _id: 1 } });
    const standing = all.map(({ _id, state }) => [_id.equals(here.connectionId), state]);
    expect(standing).toEqual([
      [true, 'waiting'],
      [false, 'stopped'],
    ]);
  });

  it('waits longer after each failure', async () => {
    await connect();
    here.bank.pages.failing.set(0, 'away');
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await sweep();
      const { nextReadAt } = await account();
      waits.push((nextReadAt.getTime() - here.world.clock.now().getTime()) / 60_000);
      here.world.clock.moveTo(nextReadAt);
    }
    expect(waits).toEqual([5, 10, 20, 40]);
  });

  it('that gives a page twice books its lines once', async () => {
    await connect();
    books(5);
    here.bank.pages.isTwice = true;

    await sweep();

    expect(await linesHere()).toHaveLength(5);
  });

  it('that leads in circles is left, and its lines are booked once', async () => {
    await connect();
    books(4);
    here.bank.pages.isInCircles = true;

    await sweep();

    expect(await linesHere()).toHaveLength(4);
    expect(await account()).toMatchObject({ problem: null });
  });

  it('with a clock that is ahead, or ours that goes back, loses nothing', async () => {
    await connect();
    await sweep();
    books(1, { on: '2026-03-01' });
    here.world.clock.moveTo(new Date('2026-03-02T23:30:00Z'));
    books(1, { on: '2026-03-03' });
    await sweep();
    expect(await linesHere()).toHaveLength(2);

    here.world.clock.moveTo(new Date('2026-03-03T08:00:00Z'));
    await sweep();
    expect(await linesHere()).toHaveLength(2);
  });
});
