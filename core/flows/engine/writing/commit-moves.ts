import type { FlowMove } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { LedgerService } from '../../../domain/ledger/index.ts';
import type { AutomaticTasks } from '../../../domain/tasks/index.ts';
import type { EventPublisher, NewEvent } from '../../../events/index.ts';
import type { BulkChange } from '../../../store/scoped-table.ts';
import { type Store, systemScope, toId } from '../../../store/index.ts';
import { type Instance, instances } from '../../instances/instance.model.ts';
import {
  type MoveRecord,
  moves as moveTable,
  stepId,
  type StepRecord,
} from '../../instances/move.model.ts';
import { applyMove, type Move, type StepDraft } from '../moves/index.ts';
import { BatchOvertakenError } from './writing.errors.ts';
import { createEffectWriter } from './write-effects.ts';

export type Batch = {
  readonly moves: readonly Move[];
  /** First moves of instances that are not stored yet: they are written as they are afterwards. */
  readonly born?: readonly Move[];
  /** Instances of other flows that the moves switch to. */
  readonly started: readonly Instance[];
  readonly now: Date;
};

export type CommitDeps = {
  readonly store: Store;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
  readonly ledger: Pick<LedgerService, 'post'>;
};

/** Writes decided moves in the caller's transaction: all of them, with their effects, or none. */
export function createMoveCommitter(deps: CommitDeps) {
  const scope = systemScope('moves of many administrations are written together');
  const instanceRows = deps.store.table(instances).in(scope);
  const moveRows = deps.store.table(moveTable).in(scope);
  const writeEffects = createEffectWriter(deps);

  return async (
    session: ClientSession,
    { moves, born = [], started, now }: Batch,
  ): Promise<number> => {
    const changed = moves.filter((move) => move.steps.length > 0 || hasChanged(move));
    const moved = [...changed, ...born];
    if (moved.length + started.length === 0) return 0;
    const matched = await instanceRows.bulk(groupedChanges(changed), { session });
    if (matched !== changed.length) throw new BatchOvertakenError();
    await instanceRows.insertRaw([...born.map(applyMove), ...started], { session });
    const told = moved.filter((move) => move.steps.length > 0).map((move) => recordOf(move, now));
    await moveRows.insertRaw(told as never, { session });
    await writeEffects(session, moved, now);
    await deps.events.publish(session, ...eventsOf(moved));
    return moved.length;
  };
}

/**
 * Instances that stand alike move in one write: most debtors at the same step on the same day get the
 * same new place and day. The revision in the filter makes sure that nobody else moved them meanwhile.
 */
function groupedChanges(moves: readonly Move[]): BulkChange<Instance>[] {
  const groups = new Map<string, { set: object; move: Move; ids: unknown[] }>();
  for (const move of moves) {
    const set = fieldsToSet(move);
    const key = `${move.instance.revision} ${move.steps.length} ${JSON.stringify(set)}`;
    const group = groups.get(key);
    if (group) group.ids.push(move.instance._id);
    else groups.set(key, { set, move, ids: [move.instance._id] });
  }
  return [...groups.values()].map(({ set, move, ids }) => ({
    filter: { _id: { $in: ids }, revision: move.instance.revision } as never,
    update: { $set: set, $inc: { revision: 1, stepCount: move.steps.length } } as never,
    many: true,
  }));
}

/** Only what differs; days of steps are set one by one, so that the whole map is never rewritten. */
function fieldsToSet(move: Move): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const field in move.change) {
    const value = move.change[field as keyof typeof move.change];
    if (!isSame(value, move.instance[field as keyof Instance])) set[field] = value;
  }
  for (const nodeId in move.stepDays) set[`stepDays.${nodeId}`] = move.stepDays[nodeId];
  return set;
}

function hasChanged(move: Move): boolean {
  return Object.keys(fieldsToSet(move)).length > 0;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

function recordOf(move: Move, now: Date): MoveRecord {
  const { instance, claim } = move;
  const facts = claim && {
    openCents: claim.openCents,
    overdueCents: claim.overdueCents,
    invoiceCount: claim.invoiceCount,
    daysOverdue: claim.daysOverdue,
  };
  return {
    _id: stepId(instance._id, instance.stepCount + 1),
    agencyId: instance.agencyId,
    creditorId: instance.creditorId,
    administrationId: instance.administrationId,
    instanceId: instance._id,
    flowId: instance.flowId,
    flowVersion: instance.flowVersion,
    at: now,
    on: move.today,
    facts,
    by: null,
    steps: move.steps.map(toRecord),
  };
}

/** What a step does not have is left out: most have neither a letter nor a result of their own. */
function toRecord({ communicationId, output, ...step }: StepDraft): StepRecord {
  return {
    ...step,
    ...(communicationId ? { communicationId: toId(communicationId) } : {}),
    ...(output ? { output } : {}),
  };
}

/** One event per administration for all moves, and one for all letters. */
function eventsOf(moves: readonly Move[]): NewEvent[] {
  const events: NewEvent[] = [];
  for (const its of Map.groupBy(moves, (move) => String(move.instance.administrationId)).values()) {
    const place = its[0]?.instance;
    if (!place) continue;
    events.push({ name: 'flow.moved', place, data: { moves: its.map(flowMove) } });
    const letters = its.flatMap(({ instance, steps: drafts }) =>
      drafts.flatMap(({ communicationId }) =>
        communicationId ? [{ communicationId, debtorId: String(instance.debtorId) }] : [],
      ),
    );
    if (letters.length > 0) events.push({ name: 'communication.sent', place, data: { letters } });
  }
  return events;
}

function flowMove({ instance, change }: Move): FlowMove {
  return {
    instanceId: String(instance._id),
    debtorId: String(instance.debtorId),
    flowId: String(instance.flowId),
    version: instance.flowVersion,
    nodeId: change.nodeId ?? instance.nodeId,
    state: change.state ?? instance.state,
    endedAs: change.endedAs ?? null,
  };
}
