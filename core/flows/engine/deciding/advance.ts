import { message, unreachable } from '@inning/sdk';
import {
  leave,
  type Passage,
  presentNode,
  type Situation,
  startWalk,
  type Walk,
} from '../walking/index.ts';
import { decideCondition, runGroup, takeAction, waitUntil } from '../steps/index.ts';
import type { CompiledNode } from '../drawings/index.ts';
import { pauseGate } from '../gates/index.ts';
import type { Move } from '../moves/index.ts';
import { goalReached } from './goals.ts';
import { noteLeftLetter } from './note-left-letter.ts';

type Resumed = { readonly choice: 'now' | 'shift'; readonly days: number };

/**
 * Decides how far an instance goes now: from where it stands to the next thing it must wait for.
 * Reads nothing but its argument and changes nothing; only the mail desk of the situation may act.
 */
export async function advance(situation: Situation): Promise<Move> {
  const walk = startWalk(situation);
  if (situation.instance.state === 'stuck') {
    if (!endAtGoal(walk)) walk.set({ wakeAt: null });
    return walk.move();
  }
  noteLeftLetter(walk);
  while (await passNode(walk));
  return walk.move();
}

/** Goals end an instance wherever it stands, also where it is stuck. */
function endAtGoal(walk: Walk): boolean {
  const goal = goalReached(walk);
  if (goal) walk.end(goal.as, goal.because);
  return goal !== null;
}

async function passNode(walk: Walk): Promise<boolean> {
  if (endAtGoal(walk)) return false;
  const paused = pauseGate(walk);
  if (paused) {
    walk.park(paused);
    return false;
  }
  noteResumed(walk);
  const { maxSteps } = walk.situation.flow.document.settings;
  if (walk.get('visit') >= maxSteps) {
    walk.stick(message('flow.stuck.too-many-steps', { maxSteps }));
    return false;
  }
  const node = presentNode(walk);
  if (node === null || isPutOff(walk, node)) return false;
  return (await enter(walk, node)) === 'on';
}

/** The path tells how a pause ended; a person chose between going on and moving the dates. */
function noteResumed(walk: Walk): void {
  const resumed = walk.get('resumed') as Resumed | null;
  if (!resumed) return;
  const { choice, days } = resumed;
  walk.record({ kind: 'intervened', because: message(`flow.resumed.${choice}`, { days }) });
  walk.set({ resumed: null });
}

/** A person chose a later day while a gate held the action back; a wait knows of it by itself. */
function isPutOff(walk: Walk, { definition }: CompiledNode): boolean {
  const on = walk.get('deviation')?.on;
  if (!on || on <= walk.today || definition.kind === 'wait') return false;
  const because = message('flow.waiting', { on });
  walk.park({ gate: null, because, wakeAt: walk.sendTimeOn(on), on });
  return true;
}

function enter(walk: Walk, node: CompiledNode): Passage | Promise<Passage> {
  const { definition } = node;
  switch (definition.kind) {
    case 'trigger':
      return start(walk, node);
    case 'wait':
      return waitUntil(walk, node, definition);
    case 'condition':
      return decideCondition(walk, node, definition);
    case 'action':
      return takeAction(walk, node, definition);
    case 'group':
      return runGroup(walk, node, definition);
    default:
      return unreachable(definition);
  }
}

function start(walk: Walk, node: CompiledNode): Passage {
  const outcome = Object.keys(node.definition.outcomes)[0] ?? 'started';
  const { oldestDueOn: dueOn, overdueCents } = walk.claim;
  const because = message('flow.started', { dueOn, overdueCents });
  return leave(walk, { outcome, because }, { happened: true, kind: 'done' });
}
