import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { userCacheDir } from './folders.mjs';

const POLL_MS = 200;
const STILL_WAITING_MS = 10_000;

/**
 * Runs `work` while no other process of this user holds the lock of that name. A lock left behind
 * by a process that no longer lives is taken over. `onWait` hears when somebody else is busy.
 */
export async function withLock(name, work, onWait = () => {}) {
  const folder = join(userCacheDir(), 'locks');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, `${name}.lock`);
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));

  try {
    await take(lock, mine, onWait);
    try {
      return await work();
    } finally {
      if (holderOf(lock) === process.pid) rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

async function take(lock, mine, onWait) {
  let saidAt = -Infinity;
  for (;;) {
    if (tryToTake(lock, mine)) return;
    const holder = holderOf(lock);
    if (holder === null || !isAlive(holder)) {
      setAside(lock);
      continue;
    }
    if (performance.now() - saidAt > STILL_WAITING_MS) {
      onWait(holder);
      saidAt = performance.now();
    }
    await wait(POLL_MS);
  }
}

/** A hard link appears at once and with its content, so nobody ever reads a half-written lock. */
function tryToTake(lock, mine) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one of several waiters wins the rename; a lock that turns out to be alive is put back. */
function setAside(lock) {
  const aside = `${lock}.left-behind.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const holder = holderOf(aside);
  if (holder !== null && isAlive(holder)) tryToTake(lock, aside);
  rmSync(aside, { force: true });
}

function holderOf(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
