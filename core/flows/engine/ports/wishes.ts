import type { Message } from '@inning/sdk';
import type { Effect } from '../moves/index.ts';

/** What an action asked for while it ran; granted when it ended well, else forgotten. */
export type Wishes = {
  readonly effects: Effect[];
  ending: { readonly as: string; readonly because: Message } | null;
  communicationId: string | null;
};
