import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, stampDir } from './folders.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { SetUpError } from './set-up-error.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { withLock } from './with-lock.mjs';

const STAMP = join(stampDir, 'packages.json');
const lockfile = () => readFileSync(join(projectDir, 'package-lock.json'), 'utf8');

/** Installs the npm packages of the lockfile, unless exactly those are there already. */
export async function ensureModules(stages) {
  if (isInstalled()) return;
  const waiting = (pid) => stages.wait(`process ${pid}, which installs the packages`);
  await withLock(`packages-${shortHash(projectDir)}`, () => install(stages), waiting);
}

/** A name for this checkout that fits in a file name. */
export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function install(stages) {
  if (isInstalled()) return; // Another start did it while we waited.
  await stages.work('Installing the npm packages (about a minute the first time)', npmCi);
  writeStamp(STAMP, { lockfile: shortHash(lockfile()) });
}

async function npmCi(say) {
  // Node 24 and the tests are development dependencies, and one package fetches its own binary.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn'];
  const { code, output } = await runCommand('npm', args, {
    cwd: projectDir,
    shell: process.platform === 'win32',
    progress: (elapsed) => say(`still installing, ${elapsed} s`),
  });
  if (code === 0) return;
  if (code === 127) {
    throw new SetUpError(
      'Inning needs npm to install its packages, and npm is not on the PATH. Install it (Debian: `apt-get install npm`) and run the same command again.',
    );
  }
  throw new SetUpError(
    `Installing the npm packages failed (npm ci, exit code ${code}). ${adviceFor(output)} Then run the same command again; it goes on from here. The end of what npm said:\n${lastLines(output)}`,
  );
}

function adviceFor(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'The disk is full: make some room.';
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `This user may not write in ${projectDir} or in npm's cache: check who owns them.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i.test(output)) {
    return "The package registry cannot be reached: check the network, or npm's `registry` and `proxy` settings.";
  }
  if (/EUSAGE|in sync/.test(output)) {
    return 'package.json and package-lock.json disagree: run `npm install` once and look at the difference.';
  }
  return 'See below for the reason.';
}

/** The stamp answers in a millisecond; without one, npm's own list of what it installed is read. */
function isInstalled() {
  const installed = join(projectDir, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const text = lockfile();
  const stamp = readStamp(STAMP);
  if (stamp && stamp.lockfile === shortHash(text)) return true;

  if (!matches(JSON.parse(text).packages, readStamp(installed))) return false;
  writeStamp(STAMP, { lockfile: shortHash(text) });
  return true;
}

/** Whether everything that the lockfile requires is installed in that very version. */
function matches(required, installed) {
  if (!installed || !installed.packages) return false;
  return Object.entries(required).every(([path, wanted]) => {
    const found = installed.packages[path];
    if (path === '' || (!found && wanted.optional)) return true;
    return found && found.version === wanted.version && found.integrity === wanted.integrity;
  });
}
