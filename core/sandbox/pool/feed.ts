import type { ToChild } from './messages.ts';

/** What goes to one guest, in batches: while one is with it, what comes in waits for the next. */
export type Feed = {
  push(text: string): void;
  /** The guest has answered the last batch. */
  answered(): void;
  readonly isEmpty: boolean;
  stop(): void;
};
export type FeedDeps = {
  readonly run: number;
  readonly tell: (message: ToChild) => void;
  readonly stallMs: number;
  /** No answer for `stallMs`: the child hangs. */
  readonly stalled: () => void;
};

const BATCH = 64;

export function createFeed({ run, tell, stallMs, stalled }: FeedDeps): Feed {
  const waiting: string[] = [];
  let isWithGuest = false;
  let isPlanned = false;
  let watch: NodeJS.Timeout | undefined;

  function send(): void {
    isPlanned = false;
    if (isWithGuest || waiting.length === 0) return;
    isWithGuest = true;
    watch = setTimeout(stalled, stallMs);
    tell(['in', run, `[${waiting.splice(0, BATCH).join(',')}]`]);
  }

  return {
    push(text) {
      waiting.push(text);
      if (isPlanned || isWithGuest) return;
      isPlanned = true;
      setImmediate(send);
    },
    answered() {
      isWithGuest = false;
      clearTimeout(watch);
      send();
    },
    get isEmpty() {
      return !isWithGuest && waiting.length === 0;
    },
    stop() {
      clearTimeout(watch);
      waiting.length = 0;
    },
  };
}
