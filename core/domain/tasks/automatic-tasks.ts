import type { CalendarDate, Clock, Message, TaskKind } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { EventPublisher, NewEvent } from '../../events/index.ts';
import {
  type AdministrationKey,
  type Id,
  newId,
  type Scope,
  type Store,
} from '../../store/index.ts';
import { placeOf } from '../routing/index.ts';
import { type Task, tasks } from './task.model.ts';

export type AutomaticTask = AdministrationKey & {
  /** Unique in the administration: a task is made once, however often its cause is seen. */
  readonly key: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly note?: string | null;
  readonly because: Message | null;
  readonly dueOn: CalendarDate;
  readonly debtorId?: Id | null;
  readonly invoiceId?: Id | null;
  readonly instanceId?: Id | null;
  readonly communicationId?: Id | null;
};
export type TaskDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
};
export type AutomaticTasks = ReturnType<typeof createAutomaticTasks>;

/** Tasks that the platform makes and closes itself, in the transaction of their cause. */
export function createAutomaticTasks({ store, clock, events }: TaskDeps) {
  const table = (scope: Scope) => store.table(tasks).in(scope);

  return {
    /** Makes the tasks whose key is not there yet; a task that was done is not made again. */
    async ensure(
      scope: Scope,
      session: ClientSession,
      wanted: readonly AutomaticTask[],
    ): Promise<void> {
      if (wanted.length === 0) return;
      const administrationId = { $in: wanted.map((task) => task.administrationId) };
      const key = { $in: wanted.map((task) => task.key) };
      const there = await table(scope).find(
        { administrationId, key },
        { session, fields: ['administrationId', 'key'] },
      );
      const known = new Set(there.map(keyOf));
      const missing = wanted.filter((task) => !known.has(keyOf(task)) && known.add(keyOf(task)));
      const rows = missing.map((task) => automaticRow(task, clock.now()));
      await table(scope).insertRaw(rows, { session });
      await events.publish(session, ...createdEvents(rows));
    },

    /** Takes open tasks away because their cause is gone. Returns how many. */
    withdraw: (
      scope: Scope,
      session: ClientSession,
      gone: { readonly administrationId: Id; readonly keys: readonly string[] },
    ): Promise<number> =>
      table(scope).updateMany(
        { administrationId: gone.administrationId, key: { $in: [...gone.keys] }, state: 'open' },
        { $set: { state: 'cancelled', doneAt: clock.now(), doneBy: 'system' } },
        { session },
      ),
  };
}

const keyOf = (task: { readonly administrationId: Id; readonly key: string }) =>
  `${task.administrationId.toHexString()} ${task.key}`;

/** One event per administration, however many tasks were made together. */
function createdEvents(made: readonly Task[]): NewEvent[] {
  const groups = Map.groupBy(made, (task) => task.administrationId.toHexString());
  return [...groups.values()].flatMap((its) => {
    const [first] = its;
    const created = its.map(({ _id, debtorId }) => ({
      taskId: _id.toHexString(),
      debtorId: debtorId?.toHexString() ?? null,
    }));
    if (!first) return [];
    return [{ name: 'task.created', place: placeOf(first), data: { tasks: created } }];
  });
}

function automaticRow(task: AutomaticTask, at: Date): Task {
  return {
    _id: newId(),
    ...placeOf(task),
    key: task.key,
    kind: task.kind,
    title: task.title,
    note: task.note ?? null,
    because: task.because,
    debtorId: task.debtorId ?? null,
    invoiceId: task.invoiceId ?? null,
    instanceId: task.instanceId ?? null,
    communicationId: task.communicationId ?? null,
    dueOn: task.dueOn,
    assigneeId: null,
    isAutomatic: true,
    createdAt: at,
    createdBy: 'system',
    state: 'open',
    doneAt: null,
    doneBy: null,
  };
}
