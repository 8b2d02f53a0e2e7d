import { cents } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { administrations } from '../../../core/domain/administrations/index.ts';
import {
  type BankFeedService,
  bankConnections,
  createBankFeedService,
  feedAccounts,
} from '../../../core/domain/bank-feeds/index.ts';
import type { Invoice } from '../../../core/domain/invoices/index.ts';
import { bankLines } from '../../../core/domain/payments/index.ts';
import { tasks } from '../../../core/domain/tasks/index.ts';
import { openWorld, type World } from '../../../core/domain/testing/world.ts';
import { type AdministrationKey, type Id, newId } from '../../../core/store/index.ts';
import { paymentMatcher } from '../../../plugins/payment-matching/port/payment-matcher.ts';
import { testDatabase } from '../../kit/database.ts';
import { playBank, type PlayedBank } from '../../kit/played-bank.ts';

const MORNING = '2026-03-02T09:00:00Z';
/** Who connects the bank. */
export const ANJA = {
  agencyId: '',
  userId: newId().toHexString(),
  sessionToken: 'session',
  name: 'Anja',
  ip: '192.0.2.1',
  language: 'nl' as const,
};

/** Books whose bank was asked for access, and waits for its owner to give it. */
export type Here = {
  readonly world: World;
  readonly bank: PlayedBank;
  readonly feeds: BankFeedService;
  readonly place: AdministrationKey;
  readonly connectionId: Id;
};

/** A bank that somebody connects: each test begins on the same morning with a bank and books of its own. */
export function aConnectedBank() {
  const database = testDatabase();
  const here = {} as Here;
  beforeAll(async () => {
    const world = await openWorld(database.uri, { matcherFor: async () => paymentMatcher(90) });
    Object.assign(here, { world });
  });
  afterAll(() => here.world.close());
  beforeEach(async () => {
    const { world } = here;
    world.clock.moveTo(new Date(MORNING));
    // The banks of the tests before are read no more.
    await world.store
      .table(feedAccounts)
      .in(world.scope)
      .updateMany({}, { $set: { isOn: false } });
    Object.assign(here, await askForAccess(world));
  });
  return { database, here, ...doing(here), ...looking(here) };
}

async function askForAccess(world: World): Promise<Omit<Here, 'world'>> {
  const bank = playBank();
  const place = await world.newPlace();
  const feeds = createBankFeedService({
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
  const { connection, url } = await feeds.start(world.scope, wanted, ANJA);
  expect(url).toBe('https://www.knab.nl/consent/consent-1');
  return { bank, place, feeds, connectionId: connection._id };
}

/** What people, the bank and time do. */
function doing(here: Here) {
  const consent = async () => {
    const { bank, feeds, world, connectionId } = here;
    for (const id of bank.consents.keys()) bank.consents.set(id, 'valid');
    return feeds.check(world.scope, connectionId);
  };
  return {
    consent,
    /** Consent was given, and the one account is read from the first of March. */
    async connect(from = '2026-03-01') {
      const { connection } = await consent();
      const accountIds = connection.found.map((one) => one.id);
      const chosen = { accountIds, trustAccountId: null, from };
      await here.feeds.choose(here.world.scope, here.connectionId, chosen);
    },
    minutesLater(minutes: number) {
      const { clock } = here.world;
      clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));
    },
    sweep: () => here.feeds.sweep(here.world.scope),
    books(count: number, more: Partial<PlayedBank['booked'][number]> = {}) {
      const { booked } = here.bank;
      for (let number = 1; number <= count; number += 1) {
        const id = `t${booked.length + 1}`;
        booked.push({ id, on: '2026-03-02', amount: `${number}.00`, text: 'hello', ...more });
      }
    },
    async anInvoice(): Promise<Invoice> {
      const { world, place } = here;
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
    },
  };
}

/** What is there now. */
function looking(here: Here) {
  const account = async () => {
    const { world, connectionId } = here;
    return (await world.store.table(feedAccounts).in(world.scope).findOne({ connectionId }))!;
  };
  return {
    account,
    linesHere() {
      const { world, place } = here;
      const { administrationId } = place;
      const lines = world.store.table(bankLines).in(world.scope);
      return lines.find({ administrationId }, { sort: { bookedOn: 1 } });
    },
    async state() {
      const { world, connectionId } = here;
      return (await world.store.table(bankConnections).in(world.scope).byId(connectionId))!.state;
    },
    async freshAt() {
      const { world, place } = here;
      const table = world.store.table(administrations).in(world.scope);
      return (await table.byId(place.administrationId))?.bankFeedAt?.toISOString() ?? null;
    },
    async openTasks() {
      const { world, place } = here;
      const { administrationId } = place;
      const open = { administrationId, state: 'open' as const };
      const rows = await world.store.table(tasks).in(world.scope).find(open);
      return rows.map((one) => one.title);
    },
  };
}
