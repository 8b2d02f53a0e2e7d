import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { administrations } from '../../administrations/index.ts';
import { bankLine, bankStatement } from '../../testing/bank.ts';
import { numberMatcher } from '../../testing/number-matcher.ts';
import { openWorld, type World } from '../../testing/world.ts';

const database = testDatabase();
const seen: unknown[] = [];
let world: World;
beforeAll(async () => {
  const matcher: typeof numberMatcher = {
    ...numberMatcher,
    async match(asked) {
      seen.push({ fresh: await freshAt(), told: await world.published() });
      return numberMatcher.match(asked);
    },
  };
  world = await openWorld(database.uri, { matcherFor: async () => matcher });
});
afterAll(() => world.close());

const freshAt = async () => {
  const books = world.store.table(administrations).in(world.scope);
  return (await books.byId(world.place.administrationId))?.bankFeedAt ?? null;
};

it.each([
  ['a statement', 1],
  ['a large statement', 5_200],
])(
  '%s is fresh data, and told, once its lines were compared: nobody who paid is written to meanwhile',
  async (_, count) => {
    const { administrationId } = world.place;
    const books = world.store.table(administrations).in(world.scope);
    await books.updateOne({ _id: administrationId }, { $set: { bankFeedAt: null } });
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id });
    await world.published();
    seen.length = 0;
    const lines = Array.from({ length: count }, (_, at) =>
      bankLine(at === 0 ? 10_000 : 1 + (at % 900), {
        bankReference: `${invoice.number}-${at}`,
        description: at === 0 ? `factuur ${invoice.number}` : 'iets anders',
      }),
    );

    await world.statements.receive(world.scope, administrationId, [
      bankStatement(lines, { number: invoice.number, closingOn: '2026-03-02' }),
    ]);

    expect(seen[0]).toEqual({ fresh: null, told: [] });
    expect(seen.every((one) => (one as { fresh: unknown }).fresh === null)).toBe(true);
    expect(await freshAt()).toEqual(world.clock.now());
    expect((await world.published()).at(-1)).toBe('bank-statement.received');
    expect((await world.invoice(invoice._id)).openCents).toBe(0);
  },
);
