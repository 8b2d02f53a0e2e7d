import type { BulkChange } from '../../store/index.ts';
import type { RowResult } from './hand-over.ts';
import type { OutboxRow } from '../outbox.model.ts';
import { nextAttempt } from './retry-schedule.ts';

/** How a row that not every listener could handle is kept: tried again later, or given up visibly. */
export function changeFor(result: RowResult, now: Date): BulkChange<OutboxRow> {
  const { row, failures, heldUntil } = result;
  const attempts = row.attempts + (failures.size > 0 ? 1 : 0);
  const next = failures.size > 0 ? nextAttempt(attempts, now) : null;
  const isGivenUp = failures.size > 0 && next === null;

  const waitingFor = [...(isGivenUp ? [] : failures.keys()), ...heldUntil.keys()];
  const moments = [...(next ? [next] : []), ...heldUntil.values()];
  const found = [...failures].map(([listener, error]) => ({ listener, error }));
  const set = {
    isWaiting: waitingFor.length > 0,
    waitingFor,
    attempts,
    nextAttemptAt: moments.reduce<Date | null>(
      (first, moment) => (first === null || moment < first ? moment : first),
      null,
    ),
    ...(failures.size > 0 ? { failures: found } : {}),
    ...(isGivenUp ? { failedAt: now } : {}),
  };
  return { filter: { _id: row._id }, update: { $set: set } } as BulkChange<OutboxRow>;
}
