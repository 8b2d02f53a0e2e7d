import type { Clock } from '@inning/sdk';
import { applyMove, type Move } from '../engine/moves/index.ts';
import { createDecider, type DecideDeps } from '../engine/deciding/index.ts';
import { trialTools } from '../engine/steps/index.ts';
import type { Facts } from '../engine/facts/index.ts';
import type { MailDesk } from '../engine/walking/index.ts';
import { createSwitchStarter } from '../engine/starting/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import { factsAfter } from './after-move.ts';
import { notingDesk } from './noting-desk.ts';

/** An instance and when it is looked at next. */
export type Walker = { readonly instance: Instance; readonly facts: Facts; readonly from: Date };
export type Trial = {
  /** All of one debtor: what one of them does counts for the others. */
  readonly walkers: readonly Walker[];
  readonly until: Date;
  /** Moments at which something happens that makes them look again. */
  readonly looks?: readonly Date[];
  /** Takes the letters and sends none; one that keeps nothing when left out. */
  readonly mail?: MailDesk;
  /** What else is known at that moment. */
  readonly factsAt?: (facts: Facts, now: Date) => Facts;
};
export type Tried = { readonly move: Move; readonly at: Date };

const MOST_MOVES = 2_000;
const asTheyAre = (facts: Facts): Facts => facts;

/**
 * Walks instances, and the flows they switch to, from one wake to the next by the decisions of the
 * live engine. Nothing is stored or sent; days on which nothing wakes cost nothing.
 */
export function createTrial(deps: DecideDeps & { readonly clock: Clock }) {
  const decide = createDecider({ ...deps, toolsFor: trialTools(deps.clock) });
  const startSwitched = createSwitchStarter(deps);

  return async (trial: Trial): Promise<Tried[]> => {
    const { walkers, until, looks = [], mail = notingDesk(), factsAt = asTheyAre } = trial;
    const tried: Tried[] = [];
    let waiting = [...walkers];
    for (let next = first(waiting, until); next; next = first(waiting, until)) {
      const { instance, facts, from: now } = next;
      waiting = waiting.filter((one) => one !== next);
      const move = await decide(instance, factsAt(facts, now), { now, mail });
      if (!move) continue;
      tried.push({ move, at: now });
      if (tried.length >= MOST_MOVES) break;
      const [switched] = await startSwitched([move], now);
      const after = switched ?? applyMove(move);
      const from = nextWake(after, now, looks);
      if (from) waiting.push({ instance: after, facts, from });
      waiting = waiting.map((one) => ({ ...one, facts: factsAfter(one.facts, move) }));
    }
    return tried;
  };
}

function first(waiting: readonly Walker[], until: Date): Walker | null {
  const due = waiting.filter((one) => one.from <= until);
  return due.reduce<Walker | null>(
    (earliest, one) => (earliest === null || one.from < earliest.from ? one : earliest),
    null,
  );
}

/** When it goes on by itself, or looks again; never before now. Null when a person must let it. */
export function nextWake(
  { state, wakeAt }: Instance,
  now: Date,
  looks: readonly Date[],
): Date | null {
  if (state !== 'running' || !wakeAt) return null;
  const coming = [wakeAt, ...looks.filter((at) => at > now)];
  const earliest = coming.reduce((best, at) => (at < best ? at : best));
  return earliest > now ? earliest : now;
}
