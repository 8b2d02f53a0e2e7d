import type { EventPlace } from '@inning/sdk';
import { eventOf, placeOf } from '../event-of.ts';
import type { Listener } from './listener.ts';
import type { OutboxRow } from '../outbox.model.ts';
import { nextAttempt } from './retry-schedule.ts';

/** What became of one row; with both maps empty there is nothing left to do for it. */
export type RowResult = {
  readonly row: OutboxRow;
  /** By listener that failed at this very row: what went wrong. */
  readonly failures: Map<string, string>;
  /** By listener that waits for an earlier row: when that one is tried again. */
  readonly heldUntil: Map<string, Date>;
};

export type HandOverOptions = {
  readonly now: Date;
  /** By listener that is held up by a row outside this batch: until when. */
  readonly heldUp: ReadonlyMap<string, Date>;
  readonly timeoutMs: number;
};

type Job = HandOverOptions & { readonly listener: Listener; readonly place: EventPlace };

/**
 * Gives the rows of one administration, oldest first, to every listener. A listener that fails at a
 * row gets none of the later ones now; the other listeners do.
 */
export async function handOver(
  rows: readonly OutboxRow[],
  listeners: readonly Listener[],
  options: HandOverOptions,
): Promise<RowResult[]> {
  const results = rows.map((row): RowResult => {
    return { row, failures: new Map(), heldUntil: new Map() };
  });
  const first = rows[0];
  if (!first) return results;

  for (const listener of listeners) {
    const its = results.filter(({ row }) => isFor(row, listener));
    if (its.length === 0) continue;
    const until = options.heldUp.get(listener.id);
    if (until) hold(listener.id, its, until);
    else await giveAll({ ...options, listener, place: placeOf(first) }, its);
  }
  return results;
}

/** In chunks as large as the listener takes, up to the first row at which it fails. */
async function giveAll(job: Job, results: readonly RowResult[]): Promise<void> {
  if (!(await isOn(job))) return;
  let position = 0;
  while (position < results.length) {
    const chunk = results.slice(position, position + chunkSize(job.listener, results[position]));
    const failed = await giveChunk(job, chunk);
    if (failed) {
      const until = nextAttempt(failed.row.attempts + 1, job.now) ?? job.now;
      hold(job.listener.id, results.slice(results.indexOf(failed) + 1), until);
      return;
    }
    position += chunk.length;
  }
}

const chunkSize = (listener: Listener, first: RowResult | undefined) =>
  first && first.row.attempts > 0 ? 1 : (listener.batchSize ?? 1);

/** All at once; when that fails one by one, up to the row that it is. Null when all went well. */
async function giveChunk(job: Job, chunk: readonly RowResult[]): Promise<RowResult | null> {
  if (chunk.length > 1 && (await give(job, chunk)) === null) return null;
  for (const result of chunk) {
    const error = await give(job, [result]);
    if (error === null) continue;
    result.failures.set(job.listener.id, error);
    return result;
  }
  return null;
}

/** When that cannot be told, the listener is asked, and what goes wrong there is its failure. */
async function isOn({ listener, place }: Job): Promise<boolean> {
  try {
    return (await listener.isOnFor?.(place)) ?? true;
  } catch {
    return true;
  }
}

function hold(listener: string, results: readonly RowResult[], until: Date): void {
  for (const result of results) result.heldUntil.set(listener, until);
}

/** What went wrong, or null. A listener that never answers counts as failed. */
async function give(job: Job, results: readonly RowResult[]): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const text = `no answer within ${job.timeoutMs} ms`;
    timer = setTimeout(() => reject(new Error(text)), job.timeoutMs);
  });
  try {
    await Promise.race([job.listener.handle(results.map(({ row }) => eventOf(row))), late]);
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } finally {
    clearTimeout(timer);
  }
}

function isFor(row: OutboxRow, listener: Listener): boolean {
  if (!listener.names.includes(row.name as never)) return false;
  // Rows that were written whole, without the defaults of the model, do not have the field.
  const waitingFor = row.waitingFor as readonly string[] | null | undefined;
  return !waitingFor || waitingFor.includes(listener.id);
}
