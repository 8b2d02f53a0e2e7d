import type { CalendarDate } from '@inning/sdk';
import type { Filter, Id, Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import type { TaskDeps } from './automatic-tasks.ts';
import { createTaskByHand, type TaskByHand } from './create-task.ts';
import { describeTasks, type ListedTask, listTasks, type TaskQuery } from './list-tasks.ts';
import { type Colleague, sharesBooks } from './shares-books.ts';
import { type Task, tasks } from './task.model.ts';
import { AssigneeUnknownError, TaskClosedError, TaskNotFoundError } from './tasks.errors.ts';

export type TasksDeps = TaskDeps & {
  /** A colleague who may be given a task, or null. */
  readonly findColleague: (scope: Scope, userId: Id) => Promise<Colleague | null>;
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
  const { store } = deps;
  const table = (scope: Scope) => store.table(tasks).in(scope);
  const createTask = createTaskByHand(deps);
  const close = createCloseTask(deps);

  async function checkAssignee(scope: Scope, assigneeId: Id | null | undefined): Promise<void> {
    if (!assigneeId) return;
    const colleague = await deps.findColleague(scope, assigneeId);
    if (colleague && sharesBooks(scope, colleague)) return;
    throw new AssigneeUnknownError(assigneeId.toHexString());
  }

  return {
    /** Throws `AssigneeUnknownError` and `DebtorNotFoundError`. */
    async create(scope: Scope, task: TaskByHand): Promise<Task> {
      await checkAssignee(scope, task.assigneeId);
      return createTask(scope, task);
    },
    /** Throws `AssigneeUnknownError` for the list of somebody who is no colleague. */
    async list(scope: Scope, query: TaskQuery = {}) {
      await checkAssignee(scope, query.assigneeId);
      return listTasks(deps, scope, query);
    },
    /** Throws `TaskClosedError` when it is not open any more. */
    async update(scope: Scope, id: Id, change: TaskChange): Promise<Task> {
      await checkAssignee(scope, change.assigneeId);
      const changed = await table(scope).change(stillOpen(id), { $set: { ...change } } as never);
      return changed ?? refuse(deps, scope, id);
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

const stillOpen = (id: Id): Filter<Task> => ({ _id: id, state: 'open' });

async function refuse({ store }: TasksDeps, scope: Scope, id: Id): Promise<never> {
  const found = await store.table(tasks).in(scope).byId(id);
  if (!found) throw new TaskNotFoundError(id.toHexString());
  throw new TaskClosedError(id.toHexString(), found.state);
}

function createCloseTask(deps: TasksDeps) {
  const { store, clock, events } = deps;
  return async (
    scope: Scope,
    id: Id,
    end: { readonly state: 'done' | 'cancelled'; readonly by: string },
  ): Promise<Task> => {
    const row = await store.transaction(async (session) => {
      const set = { state: end.state, doneAt: clock.now(), doneBy: end.by };
      const rows = store.table(tasks).in(scope);
      const changed = await rows.change(stillOpen(id), { $set: set }, { session });
      if (!changed) return null;
      const debtorId = changed.debtorId ? changed.debtorId.toHexString() : null;
      const data = { taskId: id.toHexString(), debtorId };
      await events.publish(session, { name: 'task.done', place: placeOf(changed), data });
      return changed;
    });
    return row ?? refuse(deps, scope, id);
  };
}
