import type { CalendarDate } from '@inning/sdk';
import type { Tone } from '../ui/values/StateBadge.tsx';

/** One thing that happens on a way through a flow, on its day. */
export type PathStep = {
  readonly id: string;
  /** Where on the canvas; null for what happens outside the drawing, such as a payment. */
  readonly nodeId: string | null;
  /** By which way out it goes on; null where it stays or ends. */
  readonly outcome: string | null;
  readonly on: CalendarDate;
  readonly title: string;
  /** What happened, in a few words. */
  readonly state?: { readonly tone: Tone; readonly words: string };
  readonly sentence: string;
};
