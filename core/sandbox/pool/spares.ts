import type { ChildSetup, FromChild } from './messages.ts';
import { type Child, startChild } from './start-child.ts';

export type StartedChild = Child & {
  /** Who hears it from now on. */
  serve(hears: (message: FromChild) => void, gone: () => void): void;
};

/** Processes that have not seen any code yet. One is kept ready, since starting takes a while. */
export function createSpares(setup: ChildSetup) {
  let spare: StartedChild | null = null;

  function start(): StartedChild {
    let hears: (message: FromChild) => void = () => undefined;
    let gone: () => void = () => undefined;
    const child = startChild(setup, { hears: (message) => hears(message), gone: () => gone() });
    return {
      tell: child.tell,
      kill: child.kill,
      get isGone() {
        return child.isGone;
      },
      serve(listener, ended) {
        hears = listener;
        gone = ended;
      },
    };
  }

  return {
    take(): StartedChild {
      const taken = spare && !spare.isGone ? spare : start();
      spare = start();
      return taken;
    },
    close: () => spare?.kill(),
  };
}
