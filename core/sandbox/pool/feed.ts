import type { ToChild } from './messages.ts';

/** What goes to one guest, in batches: while two are with it, what comes in waits for the next. */
export type Feed = {
  push(text: string): void;
  /** The guest has answered a batch. */
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

const BATCH = 128;
/** One at work and one on its way, so that the guest need not wait for the post. */
const MOST_SENT = 2;

export function createFeed({ run, tell, stallMs, stalled }: FeedDeps): Feed {
  const waiting: string[] = [];
  let sent = 0;
  let isPlanned = false;
  let isStopped = false;
  let watch: NodeJS.Timeout | undefined;

  function send(): void {
    isPlanned = false;
    if (isStopped) return;
    while (sent < MOST_SENT && waiting.length > 0) {
      sent += 1;
      tell(['in', run, `[${waiting.splice(0, BATCH).join(',')}]`]);
    }
    clearTimeout(watch);
    if (sent > 0) watch = setTimeout(stalled, stallMs);
  }

  return {
    push(text) {
      waiting.push(text);
      if (isPlanned || sent >= MOST_SENT) return;
      isPlanned = true;
      setImmediate(send);
    },
    answered() {
      sent -= 1;
      send();
    },
    get isEmpty() {
      return sent === 0 && waiting.length === 0;
    },
    stop() {
      clearTimeout(watch);
      waiting.length = 0;
      isStopped = true;
    },
  };
}
