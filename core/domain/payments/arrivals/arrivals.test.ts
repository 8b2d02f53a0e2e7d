import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { administrations } from '../../administrations/index.ts';
import type { Reader } from '../../files/index.ts';
import { bankLine, bankStatement } from '../../testing/bank.ts';
import { numberMatcher } from '../../testing/number-matcher.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { bankLines } from '../bank-line.model.ts';
import { bankArrivalParts } from './arrival-part.model.ts';
import type { BankStatementPort, ReadStatement } from '@inning/sdk';

const LINES = 5_200;
const database = testDatabase();
let world: World;
let statement: ReadStatement;
const open = () => openWorld(database.uri, { matcherFor: async () => numberMatcher });
beforeAll(async () => {
  world = await open();
});
afterAll(() => world.close());
beforeEach(async () => {
  const debtor = await world.given.debtor();
  const { number } = await world.given.invoice({ debtorId: debtor._id });
  const lines = Array.from({ length: LINES }, (_, at) =>
    bankLine(1 + (at % 900), {
      bankReference: `${number}-${at}`,
      description: at === LINES - 1 ? `factuur ${number}` : 'iets anders',
    }),
  );
  statement = bankStatement(lines, { number, closingOn: '2026-03-02', format: 'MT940' });
});

const uploaded = () => {
  const port = { recognise: () => 1, read: () => [statement] } as unknown as BankStatementPort;
  const readers: readonly Reader<BankStatementPort>[] = [{ id: 'bank-mt940', port }];
  return { file: { name: 'groot.sta', bytes: new Uint8Array() }, readers, mayGoOn: true };
};
const handIn = (at: World) =>
  at.statements.receiveFile(at.scope, world.place.administrationId, uploaded());
const linesOf = (filter: object = {}) =>
  world.store
    .table(bankLines)
    .in(world.scope)
    .count({ bankReference: { $regex: `^${statement.number}-` }, ...filter });
const arrival = async () =>
  (await world.statements.arrivals(world.scope, world.place.administrationId)).find(
    (one) => one.statement.number === statement.number,
  );

describe('a statement of more lines than come in at once', () => {
  it('comes in whole and matched, tells how it went, and changes nothing when it comes again', async () => {
    const { administrationId } = world.place;
    const received = await world.statements.receive(world.scope, administrationId, [statement]);
    const again = await world.statements.receive(world.scope, administrationId, [statement]);

    expect(received).toMatchObject({ newCount: LINES, knownCount: 0, underWay: [] });
    expect(received.matching).toMatchObject({ matched: 1, unmatched: LINES - 1 });
    expect(again).toMatchObject({ newCount: 0, knownCount: LINES });
    expect(await linesOf()).toBe(LINES);
    const books = await world.store.table(administrations).in(world.scope).byId(administrationId);
    expect(books?.bankFeedAt).toEqual(world.clock.now());
  });

  it('is answered before it is in, and goes on by itself', async () => {
    const { underWay, newCount } = await handIn(world);
    const first = await arrival();

    expect(underWay).toEqual([first?.statement._id]);
    expect(newCount).toBe(0);
    expect(first).toMatchObject({ stage: 'storing' });
    await expect.poll(async () => (await arrival())?.stage, { timeout: 60_000 }).toBe('done');
    expect(await arrival()).toMatchObject({
      storedCount: LINES,
      newCount: LINES,
      states: { matched: 1, unmatched: LINES - 1 },
    });
  });

  it('is finished by another process when the first one dies or stops, each line once', async () => {
    const first = await openWorld(database.uri, { place: world.place });
    await handIn(first);
    await first.statements.stop();
    const stoppedAt = await linesOf();
    await first.close();

    await world.statements.goOn(world.scope);
    expect(await linesOf()).toBe(stoppedAt);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 3 * 60_000));
    await world.statements.goOn(world.scope);

    expect(stoppedAt).toBeLessThan(LINES);
    expect(await linesOf()).toBe(LINES);
    expect(await linesOf({ state: 'new' })).toBe(0);
    expect(await arrival()).toMatchObject({ stage: 'done', newCount: LINES });
    expect(await world.store.table(bankArrivalParts).in(world.scope).count()).toBe(0);
  });

  it('handed in again while it comes in is that one', async () => {
    await Promise.all([handIn(world), handIn(world)]);

    await expect.poll(async () => (await arrival())?.stage, { timeout: 60_000 }).toBe('done');
    expect(await linesOf()).toBe(LINES);
    expect(await arrival()).toMatchObject({ newCount: LINES, storedCount: LINES });
  });
});
