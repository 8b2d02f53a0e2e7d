import { applyMove } from '../engine/apply-move.ts';
import { createDecider, type DecideDeps } from '../engine/decide.ts';
import type { Facts, Move } from '../engine/situation.ts';
import { createSwitchStarter } from '../engine/start-switched.ts';
import type { Instance } from '../instances/instance.model.ts';
import { factsAfter } from './after-move.ts';
import { notingDesk } from './noting-desk.ts';

export type Trial = {
  readonly instance: Instance;
  readonly facts: Facts;
  readonly from: Date;
  readonly until: Date;
  /** Moments at which something happens that makes the instance look again. */
  readonly looks?: readonly Date[];
};
export type Tried = { readonly move: Move; readonly at: Date };

const MOST_MOVES = 2_000;

/**
 * Walks an instance, and the flows it switches to, from one wake to the next by the decisions of the
 * live engine. Nothing is stored or sent; days on which nothing wakes cost nothing.
 */
export function createTrial(deps: DecideDeps) {
  const decide = createDecider(deps);
  const startSwitched = createSwitchStarter(deps);

  return async ({ from, until, looks = [], ...start }: Trial): Promise<Tried[]> => {
    const tried: Tried[] = [];
    const mail = notingDesk();
    let { instance, facts } = start;
    for (let now = from; tried.length < MOST_MOVES;) {
      const move = await decide(instance, facts, { now, mail });
      if (!move) break;
      tried.push({ move, at: now });
      facts = factsAfter(facts, move);
      const [next] = await startSwitched([move], now);
      instance = next ?? applyMove(move);
      const wakeAt = nextWake(instance, now, looks);
      if (!wakeAt || wakeAt > until) break;
      now = wakeAt;
    }
    return tried;
  };
}

/** When it goes on by itself, or looks again; never before now. Null when a person must let it. */
export function nextWake(
  { state, wakeAt }: Instance,
  now: Date,
  looks: readonly Date[],
): Date | null {
  if (state !== 'running' || !wakeAt) return null;
  const coming = [wakeAt, ...looks.filter((at) => at > now)];
  const first = coming.reduce((earliest, at) => (at < earliest ? at : earliest));
  return first > now ? first : now;
}
