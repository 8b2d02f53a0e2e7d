import { randomUUID } from 'node:crypto';
import { type CalendarDate, type Clock, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { todayOf } from '../../domain/administrations/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import type { Scope, Store } from '../../store/index.ts';
import { createShardLeases, type Fence, type LeaseDeps } from '../engine/leases/index.ts';
import { BatchOvertakenError } from '../engine/writing/index.ts';
import { FlowBusyError } from '../flows.errors.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { moves } from '../instances/move.model.ts';
import { movedEvents } from '../instances/moved-event.ts';
import { personLine } from '../instances/person-line.ts';
import { SHARD_COUNT } from '../instances/shard.model.ts';
import { carryOver } from './carry-over.ts';
import { findStanding } from './find-standing.ts';
import type { MigrationOrder } from './migration-order.ts';
import { findLetters } from './sent-letters.ts';

export type MigrateDeps = LeaseDeps & {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
};
export type MigrationResult = { readonly migrated: number; readonly stayed: number };

const MOST_TRIES = 5;
const WAIT_MS = 200;
const PATIENCE_MS = 60_000;

/**
 * Moves the running cases of one version to another, share by share under the lease that workers use,
 * so that no letter leaves meanwhile. Each keeps its path, with a line that says so. May be repeated
 * after a crash: what moved has left the old version. Throws `FlowBusyError`.
 */
export function createMigration(deps: MigrateDeps) {
  const leases = createShardLeases(deps);
  const moveSome = createCaseMover(deps);

  return async (scope: Scope, order: MigrationOrder, who: string): Promise<MigrationResult> => {
    let migrated = 0;
    let stayed = 0;
    for (const shard of shardsOf(order)) {
      const held = await hold(shard);
      try {
        for await (const some of findStanding(deps.store, scope, { ...order, shard })) {
          const moved = await moveSome(scope, order, { some, who, fence: held.fence });
          migrated += moved;
          stayed += some.length - moved;
        }
      } finally {
        await held.letGo();
      }
    }
    return { migrated, stayed };
  };

  /** A worker is done with a share in a moment; one that died lets go when its lease ends. */
  async function hold(shard: number) {
    const owner = randomUUID();
    for (let waited = 0; waited < PATIENCE_MS; waited += WAIT_MS) {
      const held = await leases.take([shard], owner);
      if (held) return held;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
    throw new FlowBusyError();
  }
}

/** The shares of one part of the work: who does a part at a time can tell how far it is. */
function shardsOf({ part }: MigrationOrder): number[] {
  const all = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
  return part ? all.filter((shard) => shard % part.of === part.index) : all;
}

type Some = { readonly some: readonly Instance[]; readonly who: string; readonly fence: Fence };

function createCaseMover({ store, clock, events }: MigrateDeps) {
  const rows = store.table(instances);

  /** People and events change cases meanwhile: those are read again and moved from where they stand. */
  return async (scope: Scope, order: MigrationOrder, { some, ...by }: Some): Promise<number> => {
    const { flowId, fromVersion } = order;
    let standing = some;
    for (let tries = 1; ; tries += 1) {
      try {
        return await store.transaction(async (session) => {
          await by.fence(session);
          return write(scope, order, { session, standing, who: by.who });
        });
      } catch (error) {
        if (!(error instanceof BatchOvertakenError) || tries >= MOST_TRIES) throw error;
        const ids = some.map(({ _id }) => _id);
        const which = { _id: { $in: ids }, flowId, flowVersion: fromVersion, isLive: true };
        standing = await rows.in(scope).find(which);
      }
    }
  };

  type Writing = {
    readonly session: ClientSession;
    readonly standing: readonly Instance[];
    readonly who: string;
  };

  async function write(scope: Scope, order: MigrationOrder, { session, standing, who }: Writing) {
    const changed = await changesOf(scope, order, standing);
    if (changed.length === 0) return 0;
    const matched = await rows.in(scope).bulk(changed.map(updateOf), { session });
    if (matched !== changed.length) throw new BatchOvertakenError();
    const lines = await linesOf({ store, clock }, changed, who);
    await store
      .table(moves)
      .in(scope)
      .insertRaw(lines as never, { session });
    await events.publish(session, ...movedEvents(changed.map(({ after }) => after)));
    return changed.length;
  }

  async function changesOf(
    scope: Scope,
    order: MigrationOrder,
    standing: readonly Instance[],
  ): Promise<Changed[]> {
    const now = clock.now();
    const letters = await findLetters(store, scope, standing);
    return standing.flatMap((before) => {
      const id = before._id.toHexString();
      const sentNodes = letters.sentNodes.get(id) ?? [];
      const moved = letters.underWay.has(id)
        ? null
        : carryOver(before, { ...order, now, sentNodes });
      return moved ? [{ before, after: { ...moved, stepCount: before.stepCount + 1 } }] : [];
    });
  }
}

type Changed = { readonly before: Instance; readonly after: Instance };

/** The day is asked once for each administration, not for each case. */
async function linesOf(
  deps: Pick<MigrateDeps, 'store' | 'clock'>,
  changed: readonly Changed[],
  who: string,
) {
  const days = new Map<string, CalendarDate>();
  for (const { before } of changed) {
    const key = before.administrationId.toHexString();
    if (!days.has(key)) days.set(key, await todayOf(deps, before.administrationId));
  }
  return changed.map(({ before, after }) => {
    const because = message('flow.migrated', {
      by: who,
      fromVersion: before.flowVersion,
      toVersion: after.flowVersion,
    });
    const today = days.get(before.administrationId.toHexString()) ?? before.startedOn;
    return personLine(after, { who, today, at: deps.clock.now(), because });
  });
}

function updateOf({ before, after }: Changed) {
  const { _id, revision, ...rest } = after;
  return {
    filter: { _id, revision: before.revision } as never,
    update: { $set: { ...rest, revision: revision + 1 } } as never,
  };
}
