import { cents } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { administrations } from '../../core/domain/administrations/index.ts';
import {
  type BankFeedService,
  bankConnections,
  createBankFeedService,
  feedAccounts,
} from '../../core/domain/bank-feeds/index.ts';
import type { Invoice } from '../../core/domain/invoices/index.ts';
import { bankLines } from '../../core/domain/payments/index.ts';
import { tasks } from '../../core/domain/tasks/index.ts';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { openWorld, type World } from '../../core/domain/testing/world.ts';
import { type AdministrationKey, type Id, newId } from '../../core/store/index.ts';
import { paymentMatcher } from '../../plugins/payment-matching/port/payment-matcher.ts';
import { testDatabase } from '../kit/database.ts';
import {
  A_PAGE_FOR_PEOPLE,
  BANK_ACCOUNT,
  HALF_AN_ANSWER,
  playBank,
  type PlayedBank,
  refusal,
} from '../kit/played-bank.ts';

const database = testDatabase();
let world: World;
let bank: PlayedBank;
let feeds: BankFeedService;
let place: AdministrationKey;
let connectionId: Id;
beforeAll(async () => {
  world = await openWorld(database.uri, { matcherFor: async () => paymentMatcher(90) });
});
afterAll(() => world.close());

const MORNING = '2026-03-02T09:00:00Z';
const by = {
  agencyId: '',
  userId: newId().toHexString(),
  sessionToken: 'session',
  name: 'Anja',
  ip: '192.0.2.1',
  language: 'nl' as const,
};

beforeEach(async () => {
  world.clock.moveTo(new Date(MORNING));
  // The banks of the tests before are read no more.
  await world.store
    .table(feedAccounts)
    .in(world.scope)
    .updateMany({}, { $set: { isOn: false } });
  bank = playBank();
  place = await world.newPlace();
  feeds = createBankFeedService({
    ...world,
    publicUrl: 'https://incasso.example',
    feedsFor: async () => [{ pluginId: 'bank-xs2a', port: bank.port }],
    signIns: {
      start: async () => expect.unreachable('this bank sends the browser itself'),
      forget: async () => {},
    },
  });
  const { administrationId } = place;
  const wanted = { administrationId, pluginId: 'bank-xs2a', bank: 'knab' };
  const { connection, url } = await feeds.start(world.scope, wanted, by);
  connectionId = connection._id;
  expect(url).toBe('https://www.knab.nl/consent/consent-1');
});

const consent = async () => {
  for (const id of bank.consents.keys()) bank.consents.set(id, 'valid');
  return feeds.check(world.scope, connectionId);
};
/** Consent was given, and the one account is read from the first of March. */
const connect = async (from = '2026-03-01') => {
  const { connection } = await consent();
  const accountIds = connection.found.map((one) => one.id);
  await feeds.choose(world.scope, connectionId, { accountIds, trustAccountId: null, from });
};
const minutesLater = (minutes: number) =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + minutes * 60_000));
const sweep = () => feeds.sweep(world.scope);
const linesHere = () =>
  world.store
    .table(bankLines)
    .in(world.scope)
    .find({ administrationId: place.administrationId }, { sort: { bookedOn: 1 } });
const account = async () =>
  (await world.store.table(feedAccounts).in(world.scope).findOne({ connectionId }))!;
const state = async () =>
  (await world.store.table(bankConnections).in(world.scope).byId(connectionId))!.state;
const freshAt = async () =>
  (
    await world.store.table(administrations).in(world.scope).byId(place.administrationId)
  )?.bankFeedAt?.toISOString() ?? null;
const openTasks = async () =>
  (
    await world.store
      .table(tasks)
      .in(world.scope)
      .find({ administrationId: place.administrationId, state: 'open' })
  ).map((one) => one.title);
const books = (count: number, more: Partial<PlayedBank['booked'][number]> = {}) => {
  for (let number = 1; number <= count; number += 1) {
    const id = `t${bank.booked.length + 1}`;
    bank.booked.push({ id, on: '2026-03-02', amount: `${number}.00`, text: 'hello', ...more });
  }
};
async function anInvoice(): Promise<Invoice> {
  const debtor = await world.debtors.create(world.scope, place, {
    number: `D${newId().toHexString()}`,
    kind: 'business',
    name: 'J. Jansen',
    ibans: ['NL20INGB0001234567'],
  });
  const news = {
    number: '2026-0417',
    debtorId: debtor._id,
    currency: 'EUR',
    totalCents: cents(12_500),
    invoicedOn: '2026-01-15',
    dueOn: '2026-02-14',
  };
  const made = await world.invoices.receive(world.scope, place, { news: [news], by: 'test' });
  return world.invoices.get(world.scope, made.get(news.number) as Id);
}

describe('a connected bank', () => {
  it('is read by itself, and what comes in pays the invoice', async () => {
    const invoice = await anInvoice();
    await connect();
    bank.booked.push({ id: 't1', on: '2026-03-02', amount: '125', text: 'factuur 2026-0417' });

    expect(await sweep()).toBe(1);

    expect((await world.invoice(invoice._id)).openCents).toBe(0);
    expect(await world.published()).toContain('invoice.paid');
    expect(await account()).toMatchObject({ lineCount: 1, readUntil: '2026-03-02', problem: null });
    expect(await freshAt()).toBe('2026-03-02T09:00:00.000Z');
  });

  it('is not read before consent was given', async () => {
    const { connection } = await feeds.check(world.scope, connectionId);
    expect(connection.state).toBe('waiting');
    const chosen = { accountIds: ['a1'], trustAccountId: null, from: '2026-03-01' };
    await expect(feeds.choose(world.scope, connectionId, chosen)).rejects.toMatchObject({
      code: 'BANK_CONSENT_MISSING',
    });
  });

  it('is read four times a day, and each line once, over pages and over readings', async () => {
    await connect();
    books(5);
    await sweep();
    expect(await sweep()).toBe(0);
    minutesLater(361);
    books(1);

    expect(await sweep()).toBe(1);
    expect(await linesHere()).toHaveLength(6);
  });

  it('is read a month at a time from the day that was chosen', async () => {
    await connect('2025-12-15');
    books(1, { on: '2025-12-20' });
    books(1, { on: '2026-02-20' });

    for (let round = 0; round < 4; round += 1) {
      await sweep();
      minutesLater(1);
    }

    expect((await linesHere()).map((line) => line.bookedOn)).toEqual(['2025-12-20', '2026-02-20']);
    expect(await account()).toMatchObject({ readUntil: '2026-03-02' });
  });

  it('and a file of the same days give each line once', async () => {
    await connect();
    books(2);
    const there = (amount: number) =>
      bankLine(amount, { description: 'hello', counterpartyAccount: 'NL20INGB0001234567' });
    const file = bankStatement([there(100), there(200), there(900)], {
      account: BANK_ACCOUNT,
      format: 'CAMT.053.001.02',
    });
    await world.statements.receive(world.scope, place.administrationId, [file]);

    await sweep();

    expect((await linesHere()).map((line) => line.amountCents).toSorted((a, b) => a - b)).toEqual([
      100, 200, 900,
    ]);
  });

  it('of another agency cannot be found', async () => {
    const other = await openWorld(database.uri, {});
    const stranger = { ...other.scope };
    await expect(feeds.get(stranger, connectionId)).rejects.toMatchObject({
      code: 'BANK_CONNECTION_NOT_FOUND',
    });
    await other.close();
  });
});

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
      bank.pages.failing.set(1, failing);

      await sweep();

      expect(await linesHere()).toHaveLength(0);
      expect(await freshAt()).toBeNull();
      expect(await account()).toMatchObject({ problem: 'CONNECTOR_UNAVAILABLE', failureCount: 1 });
      minutesLater(minutes - 1);
      expect(await sweep()).toBe(0);
      bank.pages.failing.clear();
      minutesLater(1);
      expect(await sweep()).toBe(1);
      expect(await linesHere()).toHaveLength(4);
      expect(await account()).toMatchObject({ problem: null, failureCount: 0 });
    },
  );

  it('waits longer after each failure', async () => {
    await connect();
    bank.pages.failing.set(0, 'away');
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await sweep();
      const { nextReadAt } = await account();
      waits.push((nextReadAt.getTime() - world.clock.now().getTime()) / 60_000);
      world.clock.moveTo(nextReadAt);
    }
    expect(waits).toEqual([5, 10, 20, 40]);
  });

  it('that gives a page twice books its lines once', async () => {
    await connect();
    books(5);
    bank.pages.isTwice = true;

    await sweep();

    expect(await linesHere()).toHaveLength(5);
  });

  it('that leads in circles is left, and its lines are booked once', async () => {
    await connect();
    books(4);
    bank.pages.isInCircles = true;

    await sweep();

    expect(await linesHere()).toHaveLength(4);
    expect(await account()).toMatchObject({ problem: null });
  });

  it('with a clock that is ahead, or ours that goes back, loses nothing', async () => {
    await connect();
    await sweep();
    books(1, { on: '2026-03-01' });
    world.clock.moveTo(new Date('2026-03-02T23:30:00Z'));
    books(1, { on: '2026-03-03' });
    await sweep();
    expect(await linesHere()).toHaveLength(2);

    world.clock.moveTo(new Date('2026-03-03T08:00:00Z'));
    await sweep();
    expect(await linesHere()).toHaveLength(2);
  });
});

describe('consent', () => {
  it('that has ended makes a task, and stops what is read until it is given again', async () => {
    await connect();
    await sweep();
    bank.consents.set('consent-1', 'expired');
    minutesLater(361);

    await sweep();

    expect(await state()).toBe('ended');
    expect(await openTasks()).toContain('Knab geeft geen toegang meer: geef opnieuw toestemming');

    await feeds.renew(world.scope, connectionId, by);
    books(1);
    await consent();
    await sweep();

    expect(await state()).toBe('active');
    expect((await openTasks()).join()).not.toContain('geen toegang');
    expect(await linesHere()).toHaveLength(1);
  });

  it('that ends within two weeks makes a task once', async () => {
    await connect();
    await sweep();
    await sweep();

    expect(await openTasks()).toEqual([
      'De toestemming bij Knab eindigt op do 12 mrt 2026: geef opnieuw toestemming',
    ]);
  });

  it('that the owner refused is said, and nothing is read', async () => {
    bank.consents.set('consent-1', 'rejected');
    const { connection } = await feeds.check(world.scope, connectionId);
    expect(connection.state).toBe('refused');
  });

  it('that somebody stopped here is no longer used', async () => {
    await connect();
    await feeds.stop(world.scope, connectionId);
    bank.asked.length = 0;

    expect(await sweep()).toBe(0);
    expect(bank.asked).toEqual([]);
  });
});
