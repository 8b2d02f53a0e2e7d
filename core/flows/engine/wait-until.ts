import { addDays, daysBetween, message, type WaitDefinition } from '@inning/sdk';
import { leave, type Passage } from './advance.ts';
import type { CompiledNode } from './compile-flow.ts';
import { nodeContext } from './node-context.ts';
import type { Walk } from './walk.ts';

/** Passes a wait whose day has come, or parks until that day. */
export function waitUntil(walk: Walk, node: CompiledNode, definition: WaitDefinition): Passage {
  const wait = definition.until(nodeContext(walk, node));
  const on = walk.get('deviation')?.on ?? addDays(wait.on, walk.get('shiftDays'));
  const wakeAt = walk.sendTimeOn(on);
  const isDue = walk.situation.now >= wakeAt || walk.get('mustAct') || walk.get('mustSkip');

  if (!isDue) {
    const before = walk.get('plannedOn');
    const because = wait.because ?? message('flow.waiting', { on });
    if (before !== null && before !== on) {
      const moved = message('flow.re-anchored', { fromOn: before, on });
      walk.record({ kind: 'parked', because: moved });
    }
    walk.park({ gate: null, because, wakeAt, on });
    return 'stays';
  }

  if (isMissed(walk)) {
    const { missedRun } = walk.situation.flow.document.settings;
    const because = message('flow.missed', { plannedOn: on });
    if (missedRun === 'hold') return hold(walk, on);
    if (missedRun === 'skip') {
      const passage = leave(walk, { ...wait, because }, { happened: false, kind: 'done' });
      walk.set({ mustSkip: true });
      return passage;
    }
  }
  return leave(walk, wait, { happened: false, kind: 'done' });
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
