import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever the current folder is. */
export const projectDir = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Notes about this checkout; they vanish together with the packages, and that is right. */
export const stampDir = join(projectDir, 'node_modules', '.cache', 'inning');

/** What is shared by every checkout of this user, such as the database program. */
export function userCacheDir(env = process.env) {
  const base = env.XDG_CACHE_HOME;
  // The specification of that variable says that a relative path is to be ignored.
  return join(base && isAbsolute(base) ? base : join(homedir(), '.cache'), 'inning');
}
