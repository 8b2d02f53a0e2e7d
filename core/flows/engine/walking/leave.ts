import { type CalendarDate, type Message, message } from '@inning/sdk';
import type { Walk } from './walk.ts';

/** How a node was left: by an outcome that leads on, or not (parked, stuck, ended). */
export type Passage = 'on' | 'stays';

export type Leaving = {
  /** False when the node was passed without doing anything: later waits count from the step before. */
  readonly happened: boolean;
  readonly kind: 'done' | 'skipped';
  readonly communicationId?: string | null;
  /** The day on which it happened, when that was not today. */
  readonly on?: CalendarDate;
  /** Set when the instance ends here, whatever the lines say. */
  readonly ending?: { readonly as: string; readonly because: Message } | null;
};

/** Records the step and follows its outcome; where no line leads on, the flow is finished. */
export function leave(
  walk: Walk,
  result: Parameters<Walk['follow']>[0],
  { happened, kind, communicationId = null, on = walk.today, ending = null }: Leaving,
): Passage {
  const { outcome, because = null, output = null } = result;
  walk.record({ kind, outcome, because, output, communicationId });
  if (!ending && walk.follow(result, happened, on)) return 'on';
  const { as, because: why } = ending ?? FINISHED;
  walk.end(as, why);
  return 'stays';
}

const FINISHED = { as: 'finished', because: message('flow.ended.finished') };
