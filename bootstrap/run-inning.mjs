import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { projectDir, stampDir } from './folders.mjs';
import { SetUpError } from './set-up-error.mjs';

const MAIN = join(projectDir, 'core', 'main.ts');
// Batches of thousands of short-lived objects: with room for them, far less is collected.
const ENGINE_FLAGS = ['--max-semi-space-size=64'];
const PARENT_POLL_MS = 250;
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The environment that Inning's own processes get from the set-up. */
export function inningEnvironment(mongod, env = process.env) {
  return {
    ...env,
    // Node keeps what it compiled: the start is a good deal faster from the second time on.
    NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE ?? join(stampDir, 'compiled'),
    ...(mongod && {
      MONGOMS_SYSTEM_BINARY: mongod,
      MONGOMS_SYSTEM_BINARY_VERSION_CHECK: 'false',
    }),
  };
}

/** Becomes Inning: same terminal, signals passed on, and its exit code is the answer. */
export function runInning({ node, mongod, args, cwd = projectDir, main = MAIN }) {
  return new Promise((resolve, reject) => {
    const env = inningEnvironment(mongod);
    const child = spawn(node, [...ENGINE_FLAGS, main, ...args], { cwd, env, stdio: 'inherit' });
    for (const signal of FORWARDED) process.on(signal, () => forward(child, signal));
    stopWhenAbandoned(child);
    child.once('error', (cause) => {
      reject(new SetUpError(`Node could not be started: ${cause.message}.`, { cause }));
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** In a terminal Ctrl-C reaches the child by itself; passing it on would make it a second one. */
function forward(child, signal) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  child.kill(signal);
}

/** Npm starts us through a shell that dies of a signal without passing it on. */
function stopWhenAbandoned(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, PARENT_POLL_MS);
  watch.unref();
}
