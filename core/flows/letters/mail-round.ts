import type { MailDesk } from '../engine/walking/index.ts';

type Asked = Parameters<MailDesk>[0];
type Answer = Awaited<ReturnType<MailDesk>>;
export type AskedLetter = {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Collects the letters that many instances ask for at the same time, so that they are reserved,
 * checked again and confirmed together. Each instance simply awaits its own letter.
 */
export function createMailRound(
  deliver: (letters: readonly AskedLetter[]) => Promise<void>,
): MailDesk {
  let waiting: AskedLetter[] = [];

  // After all microtasks: every instance that decides without waiting for the network has asked by then.
  const schedule = () =>
    setImmediate(() => {
      const letters = waiting;
      waiting = [];
      deliver(letters).catch((error: unknown) => {
        for (const letter of letters) letter.reject(error);
      });
    });

  return (asked) =>
    new Promise<Answer>((resolve, reject) => {
      if (waiting.length === 0) schedule();
      waiting.push({ asked, resolve, reject });
    });
}
