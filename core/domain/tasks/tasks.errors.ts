import { DomainError } from '@inning/sdk';

export class TaskNotFoundError extends DomainError {
  readonly code = 'TASK_NOT_FOUND';
  readonly status = 404;

  constructor(taskId: string) {
    super('There is no such task.', { taskId });
  }
}

/** A task that was done or cancelled does not change any more. */
export class TaskClosedError extends DomainError {
  readonly code = 'TASK_CLOSED';
  readonly status = 409;

  constructor(taskId: string, state: string) {
    super(`This task is not open any more (${state}).`, { taskId, state });
  }
}

/** A task goes to somebody who works in the same books; anybody else does not exist here. */
export class AssigneeUnknownError extends DomainError {
  readonly code = 'ASSIGNEE_UNKNOWN';
  readonly status = 404;

  constructor(assigneeId: string) {
    super('There is no such colleague.', { assigneeId });
  }
}
