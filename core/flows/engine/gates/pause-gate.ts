import { addDays, message } from '@inning/sdk';
import type { Pause } from '../facts/index.ts';
import type { Walk } from '../walking/index.ts';
import type { Gate } from './gate.ts';

/** The gates that a pause closes. */
export const PAUSE_GATES: readonly string[] = ['administration-paused', 'debtor-paused'];

/** A pause of the debtor or the administration stops everything. */
export function pauseGate(walk: Walk): Gate | null {
  const { administrationPause, debtorPause } = walk.situation.facts;
  return (
    pausedBy(walk, 'administration-paused', administrationPause) ??
    pausedBy(walk, 'debtor-paused', walk.pause ?? debtorPause)
  );
}

function pausedBy(walk: Walk, gate: string, pause: Pause | null): Gate | null {
  if (!pause || (pause.until !== null && pause.until < walk.today)) return null;
  const params = { untilOn: pause.until, reason: pause.reason };
  const code = pause.until === null ? `flow.gate.${gate}-open` : `flow.gate.${gate}`;
  const wakeAt = pause.until === null ? null : walk.sendTimeOn(addDays(pause.until, 1));
  return { gate, because: message(code, params), wakeAt };
}
