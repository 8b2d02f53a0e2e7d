import { addDays } from '@inning/sdk';
import { instantAt } from '../../../core/time/index.ts';
import { openStore, type Store } from '../../../core/store/index.ts';
import { startThrowawayMongo } from '../../../core/store/embedded-mongo/start-throwaway-mongo.ts';
import { prepareDatabase } from '../../../core/tables.ts';
import { type Bench, type BenchRun, type Figures, rounded, timed } from '../bench.ts';
import { letterFlow, plainFlow } from './bench-flow.ts';
import { countWrites } from './count-writes.ts';
import { measureFloor } from './measure-floor.ts';
import { measureWaiting } from './measure-waiting.ts';
import { type Engine, FIRST_DUE_ON, openEngine, ZONE } from './open-engine.ts';
import { seedDebtors } from './seed-debtors.ts';

const DAYS = 60;

/** A letter costs three writes and another look at the facts: fewer debtors show it as well. */
const LETTER_SHARE = 0.25;

/**
 * Walks ten-node flows for many debtors on a virtual clock, with everything the live engine does but
 * the network: one without letters, and one with a letter that the connector takes at once. Then the
 * same documents are written plainly.
 */
export const flowBench: Bench = {
  size: 20_000,
  async run({ size, say }) {
    const mongo = await startThrowawayMongo();
    const inDatabase = async (name: string, work: (store: Store) => Promise<Figures>) => {
      const store = await openStore(mongo.uriOf(name));
      try {
        await prepareDatabase(store);
        return await work(store);
      } finally {
        await store.close();
      }
    };
    try {
      const plain = await inDatabase('bench-plain', async (store) => {
        const engine = await openEngine(store, plainFlow);
        const walked = await measureWalk(engine, { size, say });
        say('many wait, few are due…');
        const due = Math.ceil(size / 20);
        return { ...walked, ...(await measureWaiting(engine, { small: size, due, say })) };
      });
      const letters = await inDatabase('bench-letters', async (store) => {
        const engine = await openEngine(store, letterFlow);
        return measureWalk(engine, { size: Math.ceil(size * LETTER_SHARE), say });
      });
      return {
        ...plain,
        letterExecutionsPerSecond: letters['executionsPerSecond'] ?? 0,
        letterRatio: letters['ratio'] ?? 0,
      };
    } finally {
      await mongo.stop();
    }
  },
};

async function measureWalk(engine: Engine, { size, say }: BenchRun): Promise<Figures> {
  const { store, clock, flows, place, dispatcher } = engine;
  say(`${size} debtors are made…`);
  const at = clock.now();
  await seedDebtors(store, place, { count: size, dueOn: FIRST_DUE_ON, at });

  say('they walk…');
  const walk = await timed(async () => {
    for (let day = 0; day < DAYS; day += 1) {
      clock.moveTo(instantAt(addDays(FIRST_DUE_ON, day), 9 * 60, ZONE));
      await flows.startDue(clock.now());
      while ((await flows.wake(clock.now())) + (await dispatcher.drain()) > 0);
    }
  });
  const written = await countWrites(store);
  say('the same documents are written plainly…');
  const floor = await measureFloor(store, written);
  const executions = written.ended / walk.seconds;
  const floorExecutions = written.ended / floor.seconds;
  return {
    debtors: size,
    executionsPerSecond: rounded(executions),
    stepsPerSecond: rounded(written.steps / walk.seconds),
    floorPerSecond: rounded(floorExecutions),
    ratio: rounded(executions / floorExecutions, 2),
    seconds: rounded(walk.seconds, 1),
    documentWrites: written.total,
    floorWritesPerSecond: rounded(written.total / floor.seconds),
  };
}
