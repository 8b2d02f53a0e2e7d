import type { CalendarDate, Message } from '@inning/sdk';
import { applyMove } from '../engine/moves/index.ts';
import type { Instance, InstanceState } from '../instances/instance.model.ts';
import type { Tried, Walker } from './trial.ts';

/** Where something stands when the days of a simulation have passed. */
export type Standing = {
  readonly nodeId: string;
  readonly state: InstanceState;
  readonly endedAs: string | null;
  readonly plannedOn: CalendarDate | null;
  readonly waiting: Message | null;
};

export function standingsAfter(
  walkers: readonly Walker[],
  tried: readonly Tried[],
): readonly Standing[] {
  const last = new Map<string, Instance>(
    walkers.map(({ instance }) => [String(instance._id), instance]),
  );
  for (const { move } of tried) last.set(String(move.instance._id), applyMove(move));
  return [...last.values()].map(({ nodeId, state, endedAs, plannedOn, waiting }) => ({
    nodeId,
    state,
    endedAs,
    plannedOn,
    waiting: waiting as Message | null,
  }));
}
