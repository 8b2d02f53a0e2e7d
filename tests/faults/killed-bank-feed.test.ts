import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { bankLines, payments } from '../../core/domain/payments/index.ts';
import { newId } from '../../core/store/index.ts';
import { amountCentsAt, invoiceNumberAt, openFeedOfHundreds } from './given/feed-of-hundreds.ts';
import { useKilledWorld } from './given/killed-world.ts';

const LINES = 300;
const KILLS = 6;
/** Longer than a reading may take: whoever was killed is followed after this. */
const ROUND_MS = 11 * 60_000;
const MORNING = Date.parse('2026-03-02T08:00:00Z');
const { world, startAndKill } = useKilledWorld('killed-bank-feed');

async function givenInvoices(): Promise<void> {
  const debtor = await world().given.debtor({ name: 'J. Jansen', ibans: ['NL20INGB0001234567'] });
  const news = Array.from({ length: LINES / 2 }, (_, at) => ({
    number: invoiceNumberAt(at * 2),
    totalCents: cents(amountCentsAt(at * 2)),
    debtorId: debtor._id,
    currency: 'EUR',
    invoicedOn: '2026-01-15',
    dueOn: '2026-02-14',
  }));
  await world().invoices.receive(world().scope, world().place, { news, by: 'test' });
}

type Feed = ReturnType<typeof openFeedOfHundreds>;

async function connect({ bank, feeds }: Feed): Promise<void> {
  world().clock.moveTo(new Date(MORNING));
  const { administrationId } = world().place;
  const wanted = { administrationId, pluginId: 'bank-xs2a', bank: 'knab' };
  const { connection } = await feeds.start(world().scope, wanted, {
    agencyId: '',
    userId: newId().toHexString(),
    sessionToken: 'session',
    name: 'Anja',
    ip: '192.0.2.1',
    language: 'nl',
  });
  bank.consents.set('consent-1', 'valid');
  const checked = await feeds.check(world().scope, connection._id);
  const accountIds = checked.connection.found.map(({ id }) => id);
  const chosen = { accountIds, trustAccountId: null, from: '2026-03-01' };
  await feeds.choose(world().scope, connection._id, chosen);
}

const readAndKill = (round: number): Promise<boolean> =>
  startAndKill({
    file: 'read-bank.child.ts',
    told: [String(LINES), new Date(MORNING + round * ROUND_MS).toISOString()],
    afterMs: 20 + round * 150,
  });

describe('reading a bank', () => {
  it('that is killed between its pages and its bookings loses nothing and books nothing twice', async () => {
    await givenInvoices();
    const feed = openFeedOfHundreds(world(), LINES);
    await connect(feed);
    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      if (await readAndKill(round)) killed += 1;
    }
    world().clock.moveTo(new Date(MORNING + KILLS * ROUND_MS + 7 * 3_600_000));
    await feed.feeds.sweep(world().scope);

    const rows = await world().store.table(bankLines).in(world().scope).find({});
    const paid = await world().store.table(payments).in(world().scope).find({});
    const matched = rows.filter((row) => row.state === 'matched');
    const sum = (all: readonly { readonly amountCents: number }[]) =>
      all.reduce((total, one) => total + one.amountCents, 0);
    expect(killed).toBeGreaterThan(0);
    expect(rows).toHaveLength(LINES);
    expect(new Set(rows.map((row) => row.amountCents)).size).toBe(LINES);
    expect(matched).toHaveLength(LINES / 2);
    expect(new Set(paid.map((one) => String(one.bankLineId))).size).toBe(LINES / 2);
    expect(sum(paid)).toBe(sum(matched));
    expect((await world().ledger.compareCaches(world().scope)).differenceCount).toBe(0);
  }, 240_000);
});
