import type { Clock } from '@inning/sdk';
import { systemClock } from '../../clock.ts';
import { type Store, systemScope } from '../../store/index.ts';
import { createDispatchLease } from './dispatch-lease.ts';
import { handOver, type RowResult } from './hand-over.ts';
import type { Listener } from './listener.ts';
import { outbox, type OutboxRow } from '../outbox.model.ts';
import { changeFor } from './row-changes.ts';

const BATCH = 1_000;
const SIDE_BY_SIDE = 4;
const LISTENER_TIMEOUT_MS = 30_000;

export type Dispatcher = {
  /** Passes on what waits until nothing is due any more. Returns how many events it passed on. */
  drain(now?: Date): Promise<number>;
  /** Says that something may be waiting; returns at once. */
  nudge(): void;
  /** Finishes the batch under way and takes no new one. */
  stop(): Promise<void>;
};

export type DispatcherDeps = {
  readonly store: Store;
  readonly clock: Clock;
  /** Leases run on real time, also when the business clock is moved. */
  readonly leaseClock?: Clock;
  readonly listeners: readonly Listener[];
  /** Those that come and go; asked for before each batch. */
  readonly moreListeners?: () => Promise<readonly Listener[]>;
  readonly log: { error(details: object, text: string): void };
  /** After how long a listener that does not answer counts as failed. */
  readonly timeoutMs?: number;
};

/** Passes events on to their listeners: at least once, in order within an administration. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const lease = createDispatchLease({ leaseClock: systemClock, ...deps });
  const dispatchBatch = createBatchDispatch(deps);
  let underWay: Promise<number> | null = null;
  let isNudged = false;
  let isStopped = false;

  async function drainWithLease(now?: Date): Promise<number> {
    let passed = 0;
    await lease.whileHeld(async () => {
      while (!isStopped) {
        isNudged = false;
        const count = await dispatchBatch(now ?? deps.clock.now());
        passed += count;
        if (count === 0 && !isNudged) return;
      }
    });
    return passed;
  }

  async function drain(now?: Date): Promise<number> {
    while (underWay) await underWay.catch(() => 0);
    if (isStopped) return 0;
    underWay = drainWithLease(now).finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    drain,
    nudge() {
      isNudged = true;
      if (underWay || isStopped) return;
      drain().catch((error: unknown) => {
        deps.log.error({ err: error }, 'events could not be passed on; tried again shortly');
      });
    },
    async stop() {
      isStopped = true;
      await underWay?.catch(() => 0);
    },
  };
}

/** One batch: one query for what is due, one for what is held up, one or two writes. */
function createBatchDispatch(deps: DispatcherDeps): (now: Date) => Promise<number> {
  const rows = deps.store.table(outbox).in(systemScope('events of everybody are passed on'));
  const timeoutMs = deps.timeoutMs ?? LISTENER_TIMEOUT_MS;

  /** By administration and listener: until when it is held up by an earlier row that failed. */
  async function readHeldUp(now: Date): Promise<Map<string, Map<string, Date>>> {
    const found = await rows.find(
      { isWaiting: true, attempts: { $gt: 0 }, nextAttemptAt: { $gt: now } },
      { fields: ['administrationId', 'waitingFor', 'nextAttemptAt'] },
    );
    const held = new Map<string, Map<string, Date>>();
    for (const row of found) {
      const administration = row.administrationId.toHexString();
      const its = held.get(administration) ?? new Map<string, Date>();
      for (const listener of row.waitingFor ?? []) its.set(listener, row.nextAttemptAt ?? now);
      held.set(administration, its);
    }
    return held;
  }

  async function write(results: readonly RowResult[], now: Date): Promise<void> {
    const isDone = (one: RowResult) => one.failures.size === 0 && one.heldUntil.size === 0;
    const done = results.filter(isDone).map(({ row }) => row._id);
    const left = results.filter((one) => !isDone(one));
    await rows.updateMany(
      { _id: { $in: done } },
      { $set: { isWaiting: false, dispatchedAt: now, waitingFor: null, nextAttemptAt: null } },
    );
    await rows.bulk(left.map((one) => changeFor(one, now)));
    for (const one of left) tellFailures(one, deps.log);
  }

  return async (now) => {
    const due = await rows.find(
      { isWaiting: true, $or: [{ nextAttemptAt: null }, { nextAttemptAt: { $lte: now } }] },
      { sort: { isWaiting: 1, _id: 1 }, limit: BATCH },
    );
    if (due.length === 0) return 0;
    const heldUp = await readHeldUp(now);
    const listeners = [...deps.listeners, ...((await deps.moreListeners?.()) ?? [])];
    const groups = Map.groupBy(due, (row) => row.administrationId.toHexString());
    const results: RowResult[] = [];
    await sideBySide(groups, async ([administration, its]) => {
      const held = heldUp.get(administration) ?? new Map<string, Date>();
      const given = await handOver(its, listeners, { now, heldUp: held, timeoutMs });
      results.push(...given);
    });
    await write(results, now);
    return due.length;
  };
}

function tellFailures({ row, failures }: RowResult, log: DispatcherDeps['log']): void {
  for (const [listener, error] of failures) {
    const details = { event: row.name, eventId: row._id.toHexString(), attempt: row.attempts + 1 };
    log.error({ ...details, listener, error }, 'a listener could not handle an event');
  }
}

/** A few administrations at once; within one everything stays in order. */
async function sideBySide(
  groups: Map<string, OutboxRow[]>,
  work: (group: [string, OutboxRow[]]) => Promise<void>,
): Promise<void> {
  const queue = groups.entries();
  const lanes = Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (const group of queue) await work(group);
  });
  await Promise.all(lanes);
}
