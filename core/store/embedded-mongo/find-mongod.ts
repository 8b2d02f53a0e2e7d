import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { MongodMissingError } from './embedded-mongo.errors.ts';

/**
 * The path of a MongoDB server program: the one that MONGOMS_SYSTEM_BINARY names (the set-up sets
 * it), one on the PATH, or the one that an earlier `npm start` found or fetched.
 * Throws MongodMissingError.
 */
export function findMongod(env: NodeJS.ProcessEnv = process.env): string {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    env['MONGOMS_SYSTEM_BINARY'],
    ...folders.map((folder) => join(folder, 'mongod')),
    remembered(env),
  ];
  const found = candidates.find((path) => path !== undefined && isProgram(path));
  if (found === undefined) throw new MongodMissingError();
  return found;
}

/** The note of bootstrap/ensure-mongod.mjs. */
function remembered(env: NodeJS.ProcessEnv): string | undefined {
  const base = env['XDG_CACHE_HOME'];
  const cache = base !== undefined && isAbsolute(base) ? base : join(homedir(), '.cache');
  try {
    const note: unknown = JSON.parse(readFileSync(join(cache, 'inning', 'mongod.json'), 'utf8'));
    const path = (note as { path?: unknown } | null)?.path;
    return typeof path === 'string' ? path : undefined;
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
