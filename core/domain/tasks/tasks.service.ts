import type { CalendarDate, TaskKind } from '@inning/sdk';
import { type Filter, type Id, newId, type Scope } from '../../store/index.ts';
import { findAdministration, keyOfAdministration, todayOf } from '../administrations/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { placeOf } from '../routing/index.ts';
import type { TaskDeps } from './automatic-tasks.ts';
import { describeTasks, type ListedTask, listTasks, type TaskQuery } from './list-tasks.ts';
import { type Task, tasks } from './task.model.ts';
import { AssigneeUnknownError, TaskClosedError, TaskNotFoundError } from './tasks.errors.ts';

export type TasksDeps = TaskDeps & {
  /** A colleague who may be given a task, or null. */
  readonly findColleague: (scope: Scope, userId: Id) => Promise<object | null>;
};
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
export type TaskChange = {
  readonly title?: string;
  readonly note?: string | null;
  readonly dueOn?: CalendarDate;
  readonly assigneeId?: Id | null;
};
export type TaskService = ReturnType<typeof createTaskService>;

/** The task list: what people must do, made by hand or by the platform. */
export function createTaskService(deps: TasksDeps) {
  const { store, clock, events } = deps;
  const table = (scope: Scope) => store.table(tasks).in(scope);

  async function checkAssignee(scope: Scope, assigneeId: Id | null | undefined): Promise<void> {
    if (!assigneeId || (await deps.findColleague(scope, assigneeId))) return;
    throw new AssigneeUnknownError(assigneeId.toHexString());
  }

  async function checkDebtor(scope: Scope, task: TaskByHand): Promise<void> {
    if (!task.debtorId) return;
    const found = await store.table(debtors).in(scope).byId(task.debtorId);
    const isOwn = found?.administrationId.equals(task.administrationId);
    if (!isOwn) throw new DebtorNotFoundError(task.debtorId.toHexString());
  }

  /** Throws `AssigneeUnknownError` and `DebtorNotFoundError`. */
  async function create(scope: Scope, task: TaskByHand): Promise<Task> {
    const home = await findAdministration(store, scope, { id: task.administrationId });
    await checkAssignee(scope, task.assigneeId);
    await checkDebtor(scope, task);
    const _id = newId();
    return store.transaction(async (session) => {
      const row = await table(scope).insert(
        {
          _id,
          ...keyOfAdministration(home),
          key: `by-hand:${_id.toHexString()}`,
          kind: task.kind,
          title: task.title,
          note: task.note ?? null,
          debtorId: task.debtorId ?? null,
          invoiceId: task.invoiceId ?? null,
          assigneeId: task.assigneeId ?? null,
          dueOn: task.dueOn,
          isAutomatic: false,
          createdAt: clock.now(),
          createdBy: task.by,
        },
        { session },
      );
      const made = { taskId: _id.toHexString(), debtorId: task.debtorId?.toHexString() ?? null };
      const data = { tasks: [made] };
      await events.publish(session, { name: 'task.created', place: placeOf(row), data });
      return row;
    });
  }

  async function closed(scope: Scope, id: Id): Promise<never> {
    const found = await table(scope).byId(id);
    if (!found) throw new TaskNotFoundError(id.toHexString());
    throw new TaskClosedError(id.toHexString(), found.state);
  }

  async function close(
    scope: Scope,
    id: Id,
    end: { readonly state: 'done' | 'cancelled'; readonly by: string },
  ): Promise<Task> {
    const row = await store.transaction(async (session) => {
      const changed = await table(scope).change(
        open(id),
        { $set: { state: end.state, doneAt: clock.now(), doneBy: end.by } },
        { session },
      );
      if (!changed) return null;
      const debtorId = changed.debtorId ? changed.debtorId.toHexString() : null;
      const data = { taskId: id.toHexString(), debtorId };
      await events.publish(session, { name: 'task.done', place: placeOf(changed), data });
      return changed;
    });
    return row ?? closed(scope, id);
  }

  return {
    create,
    list: (scope: Scope, query: TaskQuery = {}) => listTasks(deps, scope, query),
    /** Throws `TaskClosedError` when it is not open any more. */
    async update(scope: Scope, id: Id, change: TaskChange): Promise<Task> {
      await checkAssignee(scope, change.assigneeId);
      const changed = await table(scope).change(open(id), { $set: { ...change } } as never);
      return changed ?? closed(scope, id);
    },
    done: (scope: Scope, id: Id, by: string) => close(scope, id, { state: 'done', by }),
    cancel: (scope: Scope, id: Id, by: string) => close(scope, id, { state: 'cancelled', by }),
    async describe(scope: Scope, task: Task): Promise<ListedTask> {
      const today = await todayOf(deps, task.administrationId);
      const [described] = await describeTasks(store, scope, { rows: [task], dayOf: () => today });
      if (!described) throw new TaskNotFoundError(task._id.toHexString());
      return described;
    },
  };
}

const open = (id: Id): Filter<Task> => ({ _id: id, state: 'open' });
