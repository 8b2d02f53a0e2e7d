import type { MailPhase } from './order.ts';

/** Lets a test act at the very moment at which the n-th mail from now is taken. */
export type MailSignals = {
  readonly tell: (phase: MailPhase) => void;
  onNth(count: number, phase: MailPhase): Promise<void>;
  /** Called for every n-th mail. */
  every(count: number, act: () => void): void;
};

export function createMailSignals(): MailSignals {
  const listeners = new Set<(phase: MailPhase) => void>();
  return {
    tell(phase) {
      for (const listener of listeners) listener(phase);
    },
    onNth: (count, wanted) =>
      new Promise((resolve) => {
        let left = count;
        const listener = (phase: MailPhase) => {
          if (phase !== wanted) return;
          left -= 1;
          if (left > 0) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      }),
    every(count, act) {
      let seen = 0;
      listeners.add((phase) => {
        if (phase !== 'before-answer') return;
        seen += 1;
        if (seen % count === 0) act();
      });
    },
  };
}
