import type { Message } from '@inning/sdk';
import type { Id, Scope, Store } from '../../store/index.ts';

/** One thing that happened to a debtor, as a sentence that can be said in any language. */
export type TimelineEntry = {
  /** Unique within the debtor; the same every time. */
  readonly id: string;
  readonly at: Date;
  /** `step`, `communication`, `ledger`, `invoice`, `task`, `dispute`, `contact-record`… */
  readonly source: string;
  readonly said: Message;
  readonly by: string | null;
  readonly communicationId: string | null;
};

/** Something that happened elsewhere and belongs in the timeline, such as the steps of flows. */
export type TimelineSource = {
  entries(scope: Scope, debtorId: Id): Promise<TimelineEntry[]>;
};

export type OwnSource = (store: Store) => TimelineSource;

/** Older entries of one source are left out; nobody reads a thousand lines. */
export const MOST_ENTRIES = 1_000;

export const entry = (
  id: string,
  source: string,
  told: { at: Date; said: Message; by?: string | null; communicationId?: string | null },
): TimelineEntry => ({
  id: `${source}:${id}`,
  source,
  at: told.at,
  said: told.said,
  by: told.by ?? null,
  communicationId: told.communicationId ?? null,
});
