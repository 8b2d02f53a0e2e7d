import { HttpUnavailableError } from '@inning/sdk';

/** So many at once for each key; others wait their turn. */
export type AtOnce = {
  /** Throws HttpUnavailableError when the line is too long, or when `signal` ends the waiting. */
  run<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
};

type Line = { busy: number; readonly waiting: Set<() => void> };

export function createAtOnce(limits: { most: number; mostWaiting: number }): AtOnce {
  const lines = new Map<string, Line>();

  async function enter(key: string, signal: AbortSignal): Promise<void> {
    const line = lines.get(key) ?? { busy: 0, waiting: new Set() };
    lines.set(key, line);
    if (line.busy < limits.most) {
      line.busy += 1;
      return;
    }
    if (line.waiting.size >= limits.mostWaiting) {
      throw new HttpUnavailableError('Too many requests of this plugin wait already.', {
        waiting: line.waiting.size,
      });
    }
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        line.waiting.delete(go);
        reject(
          new HttpUnavailableError('The requests of this plugin before this one took too long.'),
        );
      };
      signal.addEventListener('abort', giveUp, { once: true });
      line.waiting.add(go);
    });
  }

  /** The place goes to the next one in line, so that `busy` stays as it is. */
  function leave(key: string): void {
    const line = lines.get(key);
    if (!line) return;
    const [next] = line.waiting;
    if (next) {
      line.waiting.delete(next);
      next();
      return;
    }
    line.busy -= 1;
    if (line.busy === 0) lines.delete(key);
  }

  return {
    async run(key, signal, work) {
      await enter(key, signal);
      try {
        return await work();
      } finally {
        leave(key);
      }
    },
  };
}
