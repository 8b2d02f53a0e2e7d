import type { CalendarDate, Clock } from '@inning/sdk';
import type { Administration } from '../../../domain/administrations/index.ts';
import type { Debtor } from '../../../domain/debtors/index.ts';
import type { Id, Scope, Store } from '../../../store/index.ts';
import type { DecideDeps } from '../../engine/deciding/index.ts';
import type { LoadFacts } from '../../engine/facts/index.ts';
import { dayAt, instantAt } from '../../../time/index.ts';
import type { Move } from '../../engine/moves/index.ts';
import type { Instance } from '../../instances/instance.model.ts';
import { createBeginningFinder } from '../../triggers/find-beginnings.ts';
import { scanMark, sinceMark } from '../../triggers/scan-mark.ts';
import { createTrial, nextWake } from '../trial.ts';

export type DayDeps = DecideDeps & {
  readonly store: Store;
  readonly clock: Clock;
  readonly loadFacts: LoadFacts;
};
/** From now to the end of the day there. */
export type RestOfDay = { readonly now: Date; readonly until: Date; readonly on: CalendarDate };
/** A move that would be made, and for whom. */
export type DayMove = { readonly move: Move; readonly debtor: Debtor };

const END_OF_DAY = 23 * 60 + 59;

export function restOfDay({ timeZone }: Administration, now: Date): RestOfDay {
  const on = dayAt(now, timeZone);
  return { now, on, until: instantAt(on, END_OF_DAY, timeZone) };
}

/** What the engine would do with some instances in the rest of the day; nothing is stored or sent. */
export function createDayTrial(deps: DayDeps) {
  const tryOut = createTrial(deps);

  /** All instances of a debtor are tried together. */
  return async (
    scope: Scope,
    some: readonly Instance[],
    { now, until }: RestOfDay,
  ): Promise<DayMove[]> => {
    const factsOf = await deps.loadFacts(scope, some, now);
    const walkers = some.flatMap((instance) => {
      const facts = factsOf(instance);
      // A step planned for later today is shown as it will be then.
      const from = nextWake(instance, now, []);
      return facts && from ? [{ instance, facts, from }] : [];
    });
    const moves: DayMove[] = [];
    for (const its of Map.groupBy(walkers, (one) => String(one.facts.debtor._id)).values()) {
      for (const { move } of await tryOut({ walkers: its, until })) {
        if (its[0]) moves.push({ move, debtor: its[0].facts.debtor });
      }
    }
    return moves;
  };
}

/** What the daily look would start, for everybody or for some debtors. */
export function createDayBeginnings(deps: DayDeps) {
  const findBeginnings = createBeginningFinder(deps);

  return async (
    scope: Scope,
    administration: Administration,
    { now, on, debtorIds }: RestOfDay & { readonly debtorIds?: readonly Id[] },
  ): Promise<Instance[]> => {
    const mark = scanMark(administration, on);
    const since = sinceMark(administration.scannedThrough, mark);
    const among = { now, since, ...(debtorIds ? { debtorIds } : {}) };
    const found: Instance[] = [];
    for await (const { made } of findBeginnings(scope, administration, among)) found.push(...made);
    return found;
  };
}
