import { cents, LOCALES, type MessageTexts, sayMessage } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { CONTACT_KINDS } from '../contact-records/index.ts';
import { disputeTexts } from '../disputes/index.ts';
import type { Debtor } from '../debtors/index.ts';
import { invoiceTexts } from '../invoices/index.ts';
import { ledgerTexts } from '../ledger/index.ts';
import { paymentTexts } from '../payments/index.ts';
import { givenLetter } from '../testing/letters.ts';
import { openWorld, type World } from '../testing/world.ts';
import { timelineTexts } from './texts.ts';
import { createTimelineService } from './timeline.service.ts';
import type { TimelineEntry } from './timeline-entry.ts';

const TEXTS: MessageTexts = {
  ...timelineTexts,
  ...invoiceTexts,
  ...ledgerTexts,
  ...paymentTexts,
  ...disputeTexts,
};
const database = testDatabase();
let world: World;
let debtor: Debtor;
beforeAll(async () => {
  world = await openWorld(database.uri);
  debtor = await world.given.debtor();
  await liveThrough(debtor);
});
afterAll(() => world.close());

const day = (n: number) => world.clock.moveTo(new Date(Date.UTC(2026, 2, n, 9)));

/** Everything that a timeline may have to tell, a day apart where the order matters. */
async function liveThrough({ _id: debtorId }: Debtor) {
  const by = 'Anna';
  const invoice = await world.given.invoice({ debtorId, number: 'T-1', totalCents: cents(50_000) });
  const written = await world.given.invoice({ debtorId, number: 'T-2' });
  day(3);
  for (const state of ['sent', 'refused', 'withdrawn', 'ambiguous'] as const) {
    await givenLetter(world, debtor, { state });
  }
  await givenLetter(world, debtor, { state: 'sent', divertedTo: 'test@creditor.example' });
  day(4);
  for (const kind of CONTACT_KINDS) {
    await world.contactRecords.add(world.scope, debtorId, { kind, text: 'Called back', by });
    const contactName = 'Ria';
    await world.contactRecords.add(world.scope, debtorId, { kind, text: 'x', by, contactName });
  }
  day(5);
  const { administrationId } = world.place;
  const todo = { administrationId, kind: 'call', title: 'Call', dueOn: '2026-03-09', by } as const;
  const task = await world.taskList.create(world.scope, { ...todo, debtorId });
  await world.taskList.done(world.scope, task._id, by);
  const gone = await world.taskList.create(world.scope, { ...todo, debtorId });
  await world.taskList.cancel(world.scope, gone._id, by);
  for (const outcome of ['upheld', 'partly-upheld', 'rejected', 'withdrawn'] as const) {
    const news = { debtorId, invoiceIds: [invoice._id], reason: 'Broken', by };
    const { _id } = await world.disputes.open(world.scope, news);
    await world.disputes.settle(world.scope, _id, { outcome, note: 'Sorted', by });
  }
  day(6);
  for (const to of ['announced', 'claimable', 'announced', 'none'] as const) {
    const change = { invoiceId: invoice._id, to, reason: 'By phone', by };
    await world.claims.setCostState(world.scope, change);
  }
  await world.ledger.writeOff(world.scope, written._id, { reason: 'Small', by });
  const payment = { debtorId, amountCents: cents(50_000), receivedOn: '2026-03-06', by };
  const { _id } = await world.payments.bookByHand(world.scope, payment);
  day(7);
  await world.payments.reverse(world.scope, _id, { reason: 'Wrong debtor', by });
  const credited = { debtorId, number: 'N-1', currency: 'EUR', totalCents: cents(50_000) };
  const note = { ...credited, creditedOn: '2026-03-07', correctsNumber: 'T-1' };
  await world.invoices.receiveCreditNote(world.scope, world.place, { news: note, by });
}

async function whole(): Promise<TimelineEntry[]> {
  const told: TimelineEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.timeline.of(world.scope, debtor._id, { limit: 7, cursor });
    told.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return told;
}

describe('the timeline of a debtor', () => {
  it('tells everything once, newest first, in pages', async () => {
    const told = await whole();

    expect(new Set(told.map((one) => one.id)).size).toBe(told.length);
    const times = told.map((one) => one.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set(told.map((one) => one.source))).toEqual(
      new Set(['invoice', 'ledger', 'communication', 'task', 'dispute', 'contact-record']),
    );
  });

  it('can be read in four languages, with nothing left untold', async () => {
    const told = await whole();

    for (const locale of LOCALES) {
      for (const { said } of told) {
        const text = sayMessage(TEXTS, said, locale);
        expect(text, said.code).not.toBe(said.code);
        expect(text).not.toContain('{');
      }
    }
  });

  it('reads like sentences', async () => {
    const said = (await whole()).map((one) => sayMessage(TEXTS, one.said, 'en'));

    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Invoice T-1 received: .500\.00, due on Sat 14 Feb 2026$/),
        expect.stringMatching(/^Payment of .500\.00 received on Fri 6 Mar 2026$/),
        expect.stringMatching(/^Payment of .500\.00 reversed: Wrong debtor$/),
        'Phone call (with Ria): x',
        'Collection costs announced for invoice T-1',
        'Invoice T-1 is credited in full',
      ]),
    );
  });

  it('takes in what others have to tell', async () => {
    const step: TimelineEntry = {
      id: 'step:1',
      at: new Date('2026-03-08T09:00:00Z'),
      source: 'step',
      said: { code: 'flow.sent' },
      by: null,
      communicationId: null,
    };
    const timeline = createTimelineService({
      store: world.store,
      sources: [{ entries: async () => [step] }],
    });

    const { items } = await timeline.of(world.scope, debtor._id, { limit: 2 });

    expect(items[0]).toEqual(step);
  });

  it('of somebody else is not found', async () => {
    const stranger = { ...world.scope, agencyId: (await world.newPlace(false)).agencyId };

    await expect(world.timeline.of(stranger, debtor._id)).rejects.toMatchObject({
      code: 'DEBTOR_NOT_FOUND',
    });
  });
});
