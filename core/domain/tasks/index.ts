export {
  type AutomaticTask,
  type AutomaticTasks,
  createAutomaticTasks,
} from './automatic-tasks.ts';
export type { TaskByHand } from './create-task.ts';
export type { ListedTask, TaskQuery } from './list-tasks.ts';
export { type Task, tasks } from './task.model.ts';
export * from './tasks.errors.ts';
export { taskRoutes, type TaskRoutesDeps } from './tasks.routes.ts';
export {
  createTaskService,
  type TaskChange,
  type TasksDeps,
  type TaskService,
} from './tasks.service.ts';
