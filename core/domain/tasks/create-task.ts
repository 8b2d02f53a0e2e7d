import type { CalendarDate, TaskKind } from '@inning/sdk';
import { type Id, newId, type Scope } from '../../store/index.ts';
import { findAdministration, keyOfAdministration } from '../administrations/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { placeOf } from '../routing/index.ts';
import type { TaskDeps } from './automatic-tasks.ts';
import { type Task, tasks } from './task.model.ts';

export type TaskByHand = {
  readonly administrationId: Id;
  readonly kind: TaskKind;
  readonly title: string;
  readonly note?: string | null;
  readonly debtorId?: Id | null;
  readonly invoiceId?: Id | null;
  readonly assigneeId?: Id | null;
  readonly dueOn: CalendarDate;
  readonly by: string;
};

/** A task that a person makes. Throws `DebtorNotFoundError` for a debtor of other books. */
export function createTaskByHand({ store, clock, events }: TaskDeps) {
  async function checkDebtor(scope: Scope, task: TaskByHand): Promise<void> {
    if (!task.debtorId) return;
    const found = await store.table(debtors).in(scope).byId(task.debtorId);
    const isOwn = found?.administrationId.equals(task.administrationId);
    if (!isOwn) throw new DebtorNotFoundError(task.debtorId.toHexString());
  }

  return async (scope: Scope, task: TaskByHand): Promise<Task> => {
    const home = await findAdministration(store, scope, { id: task.administrationId });
    await checkDebtor(scope, task);
    const { by, ...fields } = task;
    const _id = newId();
    const row = {
      ...fields,
      ...keyOfAdministration(home),
      _id,
      key: `by-hand:${_id.toHexString()}`,
      isAutomatic: false,
      createdAt: clock.now(),
      createdBy: by,
    };
    return store.transaction(async (session) => {
      const made = await store.table(tasks).in(scope).insert(row, { session });
      const debtorId = task.debtorId?.toHexString() ?? null;
      const data = { tasks: [{ taskId: _id.toHexString(), debtorId }] };
      await events.publish(session, { name: 'task.created', place: placeOf(made), data });
      return made;
    });
  };
}
