import type { CalendarDate } from '../calendar-date.ts';
import type { Message } from '../message.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** Something wrong with a flow. Errors block publishing; legal findings name the article. */
export type Problem = {
  /** Stable, such as `FLOW_OPEN_OUTCOME`. */
  readonly code: string;
  readonly severity: Severity;
  readonly nodeIds: readonly string[];
  readonly message: Message;
  readonly article?: string;
  /** A way through the flow that shows the problem: node ids in order. */
  readonly path?: readonly string[];
  /** The same way with its outcomes and days that could be: to be played. */
  readonly example?: readonly DatedStep[];
  /** What would mend it, where that can be said. */
  readonly fix?: Message;
};

export type DatedStep = {
  readonly nodeId: string;
  /** Null for the last step. */
  readonly outcome: string | null;
  readonly on: CalendarDate;
};
