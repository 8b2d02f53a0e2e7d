import { addDays, type CalendarDate } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { debtors } from '../../core/domain/debtors/index.ts';
import { bankStatement } from '../../core/domain/testing/bank.ts';
import { instances } from '../../core/flows/index.ts';
import type { DebtorToday } from '../../core/flows/simulate/today/debtors-today.ts';
import { agencyScope, type Id, newId } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { afterDue, flowOf, mail } from './telling/flow-of.ts';
import { countAll, earlyOn } from './telling/live-day.ts';

const database = testDatabase();
const TODAY: CalendarDate = '2026-03-16';
let world: FlowWorld;
let careful: Id;
let quick: Id;

/** 240 whose letter is due while the bank is silent, 60 who wait, 30 of another flow, 20 new ones. */
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  const steps = { 'wait-1': afterDue(14), 'mail-1': mail() };
  const settings = { bankFreshnessDays: 2 };
  careful = await world.publish('careful', flowOf(world, steps, { settings }));
  quick = await world.publish('quick', flowOf(world, steps));
  await world.choose(careful);
  await owing(240, '2026-03-02', careful);
  await owing(60, '2026-03-10', careful);
  await owing(30, '2026-03-02', quick);
  await world.passTo('2026-03-15');
  await owing(20, '2026-03-15', careful);
  const statement = bankStatement([], { closingOn: addDays(TODAY, -3) });
  await world.statements.receive(world.scope, world.place.administrationId, [statement]);
  await world.work();
  world.clock.moveTo(earlyOn(TODAY));
});
afterAll(() => world.close());

describe('what the flows would do today, page by page', () => {
  it('tells of every debtor once, in groups, and stores and sends nothing', async () => {
    const before = await countAll(world);
    const sentBefore = world.mailbox.mails.length;
    const { items, pages } = await readAll({});

    expect(pages).toBeGreaterThan(3);
    expect(new Set(items.map(({ debtor }) => debtor.number)).size).toBe(items.length);
    expect(countsOf(items)).toEqual({ held: 240, waits: 60, sends: 30, starts: 20 });
    expect(await countAll(world)).toEqual(before);
    expect(world.mailbox.mails).toHaveLength(sentBefore);
  });

  it('says why a debtor is held, and until when another one waits', async () => {
    const { items } = await readAll({});
    const held = items.find(({ group }) => group === 'held')!.cases[0]!;
    const waits = items.find(({ group }) => group === 'waits')!.cases[0]!;

    expect(held.instance).toMatchObject({
      nodeId: 'mail-1',
      gate: 'bank-data-old',
      waiting: { code: 'flow.gate.bank-data-old', params: { ageDays: 3, maxDays: 2 } },
    });
    expect(waits.instance).toMatchObject({ nodeId: 'wait-1', plannedOn: '2026-03-24' });
    expect(waits.steps).toEqual([]);
  });

  it('tells of one flow only', async () => {
    const { items } = await readAll({ flowId: quick });

    expect(countsOf(items)).toEqual({ sends: 30 });
  });

  it('knows nothing of an administration of another agency', async () => {
    const { administrationId } = world.place;

    expect(
      await world.flows.debtorsToday(agencyScope(newId()), { administrationId, page: {} }),
    ).toBeNull();
  });

  it('says what the live engine then does', async () => {
    const { items } = await readAll({});
    await world.passTo(TODAY);

    const rows = world.store.table(instances).in(world.scope);
    for (const { debtor, group } of items) {
      const [one] = await rows.find({ debtorId: debtor._id });
      const { gate, lastLetterOn, startedOn } = one!;
      const really =
        (lastLetterOn === TODAY && 'sends') ||
        (startedOn === TODAY && 'starts') ||
        (gate && 'held') ||
        'waits';
      expect([debtor.number, really]).toEqual([debtor.number, group]);
    }
  });
});

async function readAll({ flowId }: { flowId?: Id }) {
  const { administrationId } = world.place;
  const items: DebtorToday[] = [];
  let lookedAt = 0;
  let pages = 0;
  for (let cursor: string | undefined; ;) {
    const page = { limit: 80, ...(cursor ? { cursor } : {}) };
    const found = await world.flows.debtorsToday(world.scope, { administrationId, flowId, page });
    items.push(...found!.items);
    lookedAt += found!.lookedAt;
    pages += 1;
    if (!found!.nextCursor) {
      expect(lookedAt).toBe(found!.debtorCount);
      return { items, pages };
    }
    cursor = found!.nextCursor;
  }
}

function countsOf(items: readonly DebtorToday[]): Record<string, number> {
  const groups = Map.groupBy(items, ({ group }) => group);
  return Object.fromEntries([...groups].map(([group, its]) => [group, its.length]));
}

async function owing(count: number, dueOn: CalendarDate, flowId: Id): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const { _id: debtorId } = await world.given.debtor({ email: 'somebody@example.nl' });
    const people = world.store.table(debtors).in(world.scope);
    await people.updateOne({ _id: debtorId }, { $set: { flowId } });
    await world.given.invoice({ debtorId, invoicedOn: addDays(dueOn, -14), dueOn });
  }
}
