import { addDays } from '@inning/sdk';
import { instantAt } from '../../../core/time/index.ts';
import { instances } from '../../../core/flows/index.ts';
import { newId, systemScope } from '../../../core/store/index.ts';
import { type Figures, rounded, timed } from '../bench.ts';
import type { Engine } from './open-engine.ts';
import { seedDebtors } from './seed-debtors.ts';

const ZONE = 'Europe/Amsterdam';
const AT_ONCE = 5_000;
const TIMES_MORE = 10;

/**
 * The cost of a wake follows what is due: the same number of due instances among a few that wait, and
 * among ten times as many. The waiting ones are copies that are due in a year.
 */
export async function measureWaiting(
  engine: Engine,
  { small, due, say }: { small: number; due: number; say: (line: string) => void },
): Promise<Figures> {
  const few = await wakeAmong(engine, { waiting: small, due, startOn: '2027-01-04' });
  say(`${small} waiting, ${due} due: ${rounded(few, 2)} s`);
  const many = await wakeAmong(engine, {
    waiting: small * (TIMES_MORE - 1),
    due,
    startOn: '2027-03-01',
  });
  say(`${small * TIMES_MORE} waiting, ${due} due: ${rounded(many, 2)} s`);
  return {
    dueInstances: due,
    [`wakeMsAmong${small}`]: rounded(few * 1_000),
    [`wakeMsAmong${small * TIMES_MORE}`]: rounded(many * 1_000),
  };
}

async function wakeAmong(
  { store, clock, flows, place }: Engine,
  { waiting, due, startOn }: { waiting: number; due: number; startOn: string },
): Promise<number> {
  const scope = systemScope('a benchmark fills its database');
  const table = store.table(instances).in(scope);
  const [pattern] = await table.find({ isLive: false }, { limit: 1 });
  if (!pattern) throw new Error('no instance to copy');
  const inAYear = instantAt(addDays(startOn, 365), 9 * 60, ZONE);
  const asleep = {
    ...pattern,
    isLive: true,
    state: 'running' as const,
    wakeAt: inAYear,
    endedAt: null,
    endedAs: null,
  };
  for (let from = 0; from < waiting; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, waiting - from) }, (_, index) => ({
      ...asleep,
      _id: newId(),
      subjectId: newId(),
      shard: index % 16,
    }));
    await table.insertRaw(some);
  }
  const at = instantAt(startOn, 8 * 60, ZONE);
  clock.moveTo(at);
  await seedDebtors(store, place, {
    count: due,
    dueOn: addDays(startOn, -1),
    at,
    spreadDays: 1,
    prefix: startOn,
  });
  await flows.startDue(clock.now());
  // The first wait of all of them is over on the same morning.
  clock.moveTo(instantAt(addDays(startOn, 6), 9 * 60, ZONE));
  const { seconds } = await timed(() => flows.wake(clock.now()));
  return seconds;
}
