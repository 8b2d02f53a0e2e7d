import type { TaskKind } from '@inning/sdk';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { CalendarDate, Instant, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export type Task = {
  readonly id: string;
  readonly administrationId: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string | null;
  /** Why it was made; null for a task made by hand. */
  readonly because: Said | null;
  readonly debtorId: string | null;
  readonly debtorName: string | null;
  readonly instanceId: string | null;
  /** Why it may have to wait; the task is shown all the same. */
  readonly isDebtorPaused: boolean;
  readonly isDisputed: boolean;
  readonly dueOn: CalendarDate;
  readonly assigneeId: string | null;
  readonly isAutomatic: boolean;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly doneAt: Instant | null;
  readonly doneBy: string | null;
};
export type TasksQuestion = {
  readonly on?: string | undefined;
  readonly administrationId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly debtorId?: string | undefined;
};
export type NewTask = {
  readonly administrationId: string;
  readonly debtorId: string | null;
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string | null;
  readonly dueOn: CalendarDate;
};

const touches = [['tasks'], ['debtors'], ['overview']];

export function useTasks(question: TasksQuestion) {
  return usePages<Task>({ key: ['tasks'], path: '/api/tasks', query: question });
}

export function useFinishTask(done: string) {
  const client = useClient();
  return useChange({
    run: (id: string) => client.send('POST', `/api/tasks/${id}/done`),
    touches,
    done,
  });
}

export function useAddTask(done: string) {
  const client = useClient();
  return useChange({
    run: (task: NewTask) => client.send('POST', '/api/tasks', task),
    touches,
    done,
  });
}
