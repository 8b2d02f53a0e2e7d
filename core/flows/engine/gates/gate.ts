import type { Message } from '@inning/sdk';

/** Why an instance may not go on now. `wakeAt` null means: only when something changes. */
export type Gate = {
  readonly gate: string;
  readonly because: Message;
  readonly wakeAt: Date | null;
};
