import {
  addDays,
  type CalendarDate,
  daysBetween,
  message,
  type WaitDefinition,
  type WaitResult,
} from '@inning/sdk';
import type { CompiledNode } from '../drawings/index.ts';
import { leave, type Passage, type Walk } from '../walking/index.ts';
import { waitContext } from './node-context.ts';

/** Passes a wait whose day has come, or parks until that day. */
export function waitUntil(walk: Walk, node: CompiledNode, definition: WaitDefinition): Passage {
  const isSecondTurn = walk.hasPassed(node.id);
  // A loop that comes round counts as a step: "7 days after the previous step" is then 7 days from now.
  if (isSecondTurn) walk.set({ previousStepOn: walk.today });
  const wait = definition.until(waitContext(walk, node));
  const lateDays = daysLate(walk, wait.on);
  const on = walk.get('deviation')?.on ?? addDays(wait.on, lateDays + walk.get('shiftDays'));
  if (!walk.get('mustAct') && walk.situation.now < walk.sendTimeOn(on)) {
    return parkUntil(walk, { wait, on, lateDays });
  }
  if (isSecondTurn) {
    walk.stick(message('flow.stuck.loop', { node: node.id, on }));
    return 'stays';
  }
  if (isMissed(walk)) return passMissed(walk, wait, on);
  return pass(walk, wait);
}

function pass(walk: Walk, wait: WaitResult): Passage {
  walk.set({ intendedOn: wait.on });
  return leave(walk, wait, { happened: false, kind: 'done' });
}

/**
 * Steps keep the distance at which they were drawn. When the last one came days after it was meant (the
 * platform stood still, a gate held it back), a day that lies before it moves by as many days: what
 * counts from the due date never fires as a burst behind a late step.
 */
function daysLate(walk: Walk, on: CalendarDate): number {
  const intendedOn = walk.get('intendedOn');
  const happenedOn = walk.get('previousStepOn');
  if (!intendedOn || on >= happenedOn) return 0;
  return Math.max(0, daysBetween(intendedOn, happenedOn));
}

type Parking = {
  readonly wait: WaitResult;
  readonly on: CalendarDate;
  readonly lateDays: number;
};

function parkUntil(walk: Walk, { wait, on, lateDays }: Parking): Passage {
  const before = walk.get('plannedOn');
  // What a person chose has its own line already.
  const isChosen = walk.get('deviation') !== null || walk.situation.instance.resumed !== null;
  if (!isChosen && before !== null && before !== on) {
    walk.record({ kind: 'parked', because: message('flow.re-anchored', { fromOn: before, on }) });
  } else if (!isChosen && before === null && lateDays > 0) {
    const params = { days: lateDays, fromOn: wait.on, on };
    walk.record({ kind: 'parked', because: message('flow.kept-distance', params) });
  }
  const isAsPlanned = on === wait.on && wait.because;
  const because = isAsPlanned ? wait.because : message('flow.waiting', { on });
  walk.park({ gate: null, because, wakeAt: walk.sendTimeOn(on), on });
  return 'stays';
}

/** What the flow wants when its day went by: do it now, pass over it, or ask a person. */
function passMissed(walk: Walk, wait: WaitResult, on: CalendarDate): Passage {
  const { missedRun } = walk.situation.flow.document.settings;
  if (missedRun === 'hold') return hold(walk, on);
  if (missedRun === 'send-once') return pass(walk, wait);
  walk.set({ mustSkip: true });
  const because = message('flow.missed', { plannedOn: on });
  return pass(walk, { ...wait, because });
}

/**
 * The day of this wait went by while nothing looked at it: the platform stood still. A pause, a gate
 * or a person that held it back is no missed run, and neither is a wait that was over on arrival.
 */
function isMissed(walk: Walk): boolean {
  const { instance } = walk.situation;
  const plannedOn = walk.get('plannedOn');
  if (plannedOn === null || instance.gate !== null) return false;
  if (walk.get('mustAct') || walk.get('mustSkip')) return false;
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
