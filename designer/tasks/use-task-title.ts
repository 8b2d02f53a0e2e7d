import type { Task } from '../api/tasks.ts';
import { useSay } from '../ui/values/say.ts';

/** What an automatic task is called stands in the reader's language in its reason. */
export function useTaskTitle() {
  const say = useSay();
  return ({ title, because }: Pick<Task, 'title' | 'because'>): string =>
    because !== null && title === because.code ? say(because) : title;
}
