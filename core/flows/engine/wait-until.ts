import {
  addDays,
  type CalendarDate,
  daysBetween,
  message,
  type WaitDefinition,
  type WaitResult,
} from '@inning/sdk';
import { leave, type Passage } from './advance.ts';
import type { CompiledNode } from './compile-flow.ts';
import { nodeContext } from './node-context.ts';
import type { Walk } from './walk.ts';

/** Passes a wait whose day has come, or parks until that day. */
export function waitUntil(walk: Walk, node: CompiledNode, definition: WaitDefinition): Passage {
  const wait = definition.until(nodeContext(walk, node));
  const on = walk.get('deviation')?.on ?? addDays(wait.on, walk.get('shiftDays'));
  const isHurried = walk.get('mustAct') || walk.get('mustSkip');
  if (!isHurried && walk.situation.now < walk.sendTimeOn(on)) return parkUntil(walk, wait, on);
  if (isMissed(walk)) return passMissed(walk, wait, on);
  return leave(walk, wait, { happened: false, kind: 'done' });
}

function parkUntil(walk: Walk, wait: WaitResult, on: CalendarDate): Passage {
  const before = walk.get('plannedOn');
  if (before !== null && before !== on) {
    walk.record({ kind: 'parked', because: message('flow.re-anchored', { fromOn: before, on }) });
  }
  const because = wait.because ?? message('flow.waiting', { on });
  walk.park({ gate: null, because, wakeAt: walk.sendTimeOn(on), on });
  return 'stays';
}

/** What the flow wants when its day went by: do it now, pass over it, or ask a person. */
function passMissed(walk: Walk, wait: WaitResult, on: CalendarDate): Passage {
  const { missedRun } = walk.situation.flow.document.settings;
  if (missedRun === 'hold') return hold(walk, on);
  if (missedRun === 'send-once') return leave(walk, wait, { happened: false, kind: 'done' });
  walk.set({ mustSkip: true });
  const because = message('flow.missed', { plannedOn: on });
  return leave(walk, { ...wait, because }, { happened: false, kind: 'done' });
}

/**
 * The day of this wait went by while nothing looked at it: the platform stood still. A pause, a gate
 * or a person that held it back is no missed run, and neither is a wait that was over on arrival.
 */
function isMissed(walk: Walk): boolean {
  const { instance } = walk.situation;
  const plannedOn = walk.get('plannedOn');
  if (plannedOn === null || instance.gate !== null || walk.get('mustAct')) return false;
  return daysBetween(plannedOn, walk.today) >= 1;
}

function hold(walk: Walk, plannedOn: string): Passage {
  const because = message('flow.held.missed', { plannedOn });
  walk.record({ kind: 'held', because });
  walk.set({ state: 'held', waiting: because, wakeAt: null, plannedOn: null });
  walk.effects.push({
    kind: 'create-task',
    key: `${walk.key()}:missed:${walk.situation.instance.stepCount}`,
    task: { kind: 'review', title: because.code, note: null, dueOn: walk.today, because },
  });
  return 'stays';
}
