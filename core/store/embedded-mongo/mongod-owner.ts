import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedMongoFailedError, EmbeddedMongoInUseError } from './embedded-mongo.errors.ts';

const POLL_MS = 50;
const TERM_POLLS = 300;
const KILL_POLLS = 100;

/**
 * The file that tells which process a server belongs to. Its name stands on the server's command
 * line, so that the answer can neither be lost nor overwritten by a second start.
 */
export function ownerFile(folder: string): string {
  return join(folder, `owner-${process.pid}.pid`);
}

/**
 * Makes sure that no server works on `folder`. One whose starter still lives is somebody else's:
 * EmbeddedMongoInUseError. One whose starter was killed is stopped first.
 */
export async function freeFolder(folder: string): Promise<void> {
  const pid = pidInLock(folder);
  if (pid !== null) await stopUnlessOwned(pid, folder);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => /^owner-\d+\.pid$/.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

async function stopUnlessOwned(pid: number, folder: string): Promise<void> {
  const server = await describeProcess(pid);
  if (server === null || !server.command.includes(folder)) return; // Left by a crash long ago.
  // An orphan gets another parent; as long as its starter lives, that is the parent.
  const ownerPid = Number(/owner-(\d+)\.pid/.exec(server.command)?.[1]);
  if (server.parentPid === ownerPid) throw new EmbeddedMongoInUseError(folder, ownerPid);

  signal(pid, 'SIGTERM');
  if (await isGone(pid, TERM_POLLS)) return;
  signal(pid, 'SIGKILL');
  if (await isGone(pid, KILL_POLLS)) return;
  throw new EmbeddedMongoFailedError(folder, `process ${pid} of an earlier run does not stop.`);
}

/** MongoDB writes its process number here, and empties the file when it stops in good order. */
function pidInLock(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, 'mongod.lock'), 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

type ProcessDescription = { readonly parentPid: number; readonly command: string };

async function describeProcess(pid: number): Promise<ProcessDescription | null> {
  try {
    return process.platform === 'linux' ? fromProc(pid) : await fromPs(pid);
  } catch {
    return null; // There is no such process any more.
  }
}

function fromProc(pid: number): ProcessDescription {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return { parentPid: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]), command };
}

async function fromPs(pid: number): Promise<ProcessDescription> {
  const run = promisify(execFile);
  const { stdout } = await run('ps', ['-o', 'ppid=,command=', '-p', String(pid)]);
  const [, parentPid, command = ''] = /^\s*(\d+)\s+(.*)$/m.exec(stdout) ?? [];
  return { parentPid: Number(parentPid), command };
}

async function isGone(pid: number, polls: number): Promise<boolean> {
  for (let poll = 0; poll < polls; poll += 1) {
    if (!signal(pid, 0)) return true;
    await wait(POLL_MS);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
