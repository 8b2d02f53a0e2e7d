import { message } from '@inning/sdk';
import type { Walk } from '../walking/index.ts';
import { MAX_ATTEMPTS, retryAt, STOPPED_MS } from './backoff.ts';

/** Parks the step until its next try; false when it was tried often enough. */
export function triesAgain(walk: Walk, problem: string): boolean {
  const attempts = walk.get('attempts') + 1;
  if (attempts >= MAX_ATTEMPTS) return false;
  const because = message('flow.gate.retry', { problem, attempts, maxAttempts: MAX_ATTEMPTS });
  walk.park({ gate: 'retry', because, wakeAt: retryAt(walk.situation.now, attempts) });
  walk.set({ attempts });
  return true;
}

/** Parks the step until its plugin goes on; that uses up none of its tries. */
export function waitForPlugin(walk: Walk, problem: string): void {
  const wakeAt = new Date(walk.situation.now.getTime() + STOPPED_MS);
  const because = message('flow.gate.plugin-stopped', { problem });
  walk.park({ gate: 'plugin-stopped', because, wakeAt });
}
