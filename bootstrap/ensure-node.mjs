import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, stampDir } from './folders.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { SetUpError } from './set-up-error.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const NEEDED = [24, 15];
const STAMP = join(stampDir, 'node.json');
const program = join(
  projectDir,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The Node that runs Inning: this one when it is new enough, else the one among the packages. */
export async function ensureNode(stages) {
  if (isEnough(process.versions.node)) return process.execPath;
  const stamp = readStamp(STAMP);
  if (stamp && stamp.seen === fingerprint()) return program;

  if (fingerprint() === null) await stages.work('Fetching Node 24', fetchNode);
  const { code, output } = await runCommand(program, ['--version']);
  if (code !== 0 || !isEnough(output.replace(/^v/, ''))) {
    throw new SetUpError(
      `Inning runs on Node ${NEEDED.join('.')} or newer. This is Node ${process.versions.node}, and the Node 24 among the packages does not run on this machine: ${output}. Install Node 24 yourself and run the same command again.`,
    );
  }
  writeStamp(STAMP, { seen: fingerprint() });
  return program;
}

/** Runs only the install step of that one package, for who has switched install scripts off. */
async function fetchNode(say) {
  const { code, output } = await runCommand('npm', ['rebuild', 'node', '--ignore-scripts=false'], {
    cwd: projectDir,
    shell: process.platform === 'win32',
    progress: (elapsed) => say(`still fetching, ${elapsed} s`),
  });
  if (code === 0 && fingerprint() !== null) return;
  throw new SetUpError(
    `Node 24 could not be fetched from the package registry. Check the network and run the same command again, or install Node 24 yourself. The end of what npm said:\n${lastLines(output)}`,
  );
}

function isEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

function fingerprint() {
  try {
    accessSync(program, constants.X_OK);
    const { size, mtimeMs } = statSync(program);
    return `${size}-${mtimeMs}`;
  } catch {
    return null;
  }
}
