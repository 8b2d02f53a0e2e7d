import { unreachable } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import { type Invoice, invoices } from '../../domain/invoices/index.ts';
import { type Task, tasks } from '../../domain/tasks/index.ts';
import type { EventPublisher, NewEvent } from '../../events/index.ts';
import type { BulkChange } from '../../store/scoped-table.ts';
import { type Store, systemScope, toId } from '../../store/index.ts';
import type { Effect } from './effects.ts';
import type { Move } from './situation.ts';

type Wanted = { readonly move: Move; readonly effect: Effect };

/** Writes what moves want done inside the platform, in the transaction of the moves. */
export function createEffectWriter(deps: { store: Store; events: EventPublisher }) {
  const scope = systemScope('effects of many administrations are written together');
  const tables = {
    tasks: deps.store.table(tasks).in(scope),
    invoices: deps.store.table(invoices).in(scope),
    debtors: deps.store.table(debtors).in(scope),
  };

  return async (session: ClientSession, moves: readonly Move[], now: Date): Promise<void> => {
    const wanted = moves.flatMap((move) => move.effects.map((effect) => ({ move, effect })));
    if (wanted.length === 0) return;
    const changes: Changes = { tasks: [], invoices: [], debtors: [] };
    const events: NewEvent[] = [];
    for (const one of wanted) collect(one, { changes, events, now });
    await tables.tasks.bulk(changes.tasks, { session });
    await tables.invoices.bulk(changes.invoices, { session });
    await tables.debtors.bulk(changes.debtors, { session });
    if (events.length > 0) await deps.events.publish(session, ...events);
  };
}

type Changes = {
  readonly tasks: BulkChange<Task>[];
  readonly invoices: BulkChange<Invoice>[];
  readonly debtors: BulkChange<Debtor>[];
};
type Into = { readonly changes: Changes; readonly events: NewEvent[]; readonly now: Date };

function collect({ move, effect }: Wanted, { changes, events, now }: Into): void {
  const { instance, today } = move;
  switch (effect.kind) {
    case 'create-task':
      changes.tasks.push(taskChange(move, effect, now));
      events.push({
        name: 'task.created',
        place: instance,
        data: { taskId: effect.key, debtorId: String(instance.debtorId) },
      });
      return;
    case 'announce-costs':
      changes.invoices.push(costChange(effect.invoiceIds, 'none', 'announced', { today, now }));
      return;
    case 'make-costs-claimable':
      changes.invoices.push(
        costChange(effect.invoiceIds, 'announced', 'claimable', { today, now }),
      );
      return;
    case 'pause-debtor':
      changes.debtors.push({
        filter: { _id: instance.debtorId },
        update: {
          $set: { pausedSince: now, pausedUntil: effect.until, pauseReason: effect.reason },
        } as never,
      });
      return;
    case 'switch-flow':
      // The other flow is started in the same transaction, by whoever commits the batch.
      return;
    default:
      unreachable(effect);
  }
}

function taskChange(
  { instance, today }: Move,
  { key, task }: Extract<Effect, { kind: 'create-task' }>,
  now: Date,
): BulkChange<Task> {
  const { agencyId, creditorId, administrationId, debtorId, invoiceId, _id } = instance;
  const row = {
    agencyId,
    creditorId,
    ...task,
    dueOn: task.dueOn < today ? today : task.dueOn,
    debtorId,
    invoiceId,
    instanceId: _id,
    communicationId: null,
    assigneeId: null,
    isAutomatic: true,
    createdAt: now,
    createdBy: 'flow',
    state: 'open',
    doneAt: null,
    doneBy: null,
  };
  return {
    filter: { administrationId, key } as never,
    update: { $setOnInsert: row } as never,
    upsert: true,
  };
}

function costChange(
  invoiceIds: readonly string[],
  from: 'none' | 'announced',
  to: 'announced' | 'claimable',
  { today, now }: { today: string; now: Date },
): BulkChange<Invoice> {
  const line = { at: now, status: `costs-${to}`, by: 'flow', reason: null };
  const day = to === 'announced' ? { announcedOn: today } : { claimableOn: today };
  return {
    filter: { _id: { $in: invoiceIds.map((id) => toId(id)) }, costState: from } as never,
    update: { $set: { costState: to, ...day }, $push: { history: line } } as never,
    many: true,
  };
}
