export {
  type AutomaticTask,
  type AutomaticTasks,
  createAutomaticTasks,
} from './automatic-tasks.ts';
export { type Task, tasks } from './task.model.ts';
