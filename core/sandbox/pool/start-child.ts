import { type ChildProcess, fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChildSetup, FromChild, ToChild } from './messages.ts';

/** A process for code of others, seen from the host. */
export type Child = {
  tell(message: ToChild): void;
  /** At once, whatever it is doing. */
  kill(): void;
  readonly isGone: boolean;
};
export type ChildEvents = {
  readonly hears: (message: FromChild) => void;
  /** Called once. */
  readonly gone: () => void;
};

const SANDBOX_DIR = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts a process with an empty environment, closed standard streams and no rights of Node but to read
 * its own few files and to load isolated-vm. It may start no process, no thread and write nothing.
 */
export function startChild(setup: ChildSetup, { hears, gone }: ChildEvents): Child {
  const child = fork(join(SANDBOX_DIR, 'child', 'main.ts'), [], {
    execPath: process.execPath,
    execArgv: childFlags(),
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'json',
  });
  let isGone = false;
  const leave = () => {
    if (isGone) return;
    isGone = true;
    gone();
  };
  child.on('message', (message) => hears(message as FromChild));
  child.on('error', leave);
  child.on('exit', leave);
  const handle: Child = {
    tell: (message) => tell(child, message),
    kill: () => void child.kill('SIGKILL'),
    get isGone() {
      return isGone;
    },
  };
  handle.tell(['setup', setup]);
  return handle;
}

/** What cannot be told is lost with the process: its end is heard elsewhere. */
function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}

function childFlags(): string[] {
  const require = createRequire(import.meta.url);
  const isolatedVm = dirname(require.resolve('isolated-vm/package.json'));
  const itsLoader = dirname(
    createRequire(join(isolatedVm, 'x')).resolve('node-gyp-build/package.json'),
  );
  // The loader of native code asks for this file to know which system it is on.
  const readable = [SANDBOX_DIR, isolatedVm, itsLoader, '/etc/alpine-release'];
  return [
    '--permission',
    '--allow-addons',
    ...readable.flatMap((path) => [path, real(path)]).map((path) => `--allow-fs-read=${path}`),
    '--disable-warning=SecurityWarning',
  ];
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
