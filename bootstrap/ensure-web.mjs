import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { shortHash } from './ensure-modules.mjs';
import { projectDir, stampDir } from './folders.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { SetUpError } from './set-up-error.mjs';
import { hashSources, listSources } from './source-manifest.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { withLock } from './with-lock.mjs';

const STAMP = join(stampDir, 'web.json');
const SOURCES = ['designer', 'sdk', 'package-lock.json'];
const built = join(projectDir, 'designer', 'dist');

/** Builds the web application into designer/dist when its sources changed since the last build. */
export async function ensureWeb(stages, node) {
  if (!existsSync(join(projectDir, 'designer', 'index.html')) || isFresh()) return;
  const waiting = (pid) => stages.wait(`process ${pid}, which builds the web pages`);
  const name = `web-${shortHash(projectDir)}`;
  await withLock(name, () => buildUnlessFresh(stages, node), waiting);
}

async function buildUnlessFresh(stages, node) {
  if (isFresh()) return;
  const manifest = listSources(projectDir, SOURCES);
  const hash = hashSources(projectDir, manifest);
  await stages.work('Building the web application', (say) => build(node, say));
  writeStamp(STAMP, { manifest, hash });
}

/** Into a folder beside it first: who looks at the pages meanwhile keeps the old ones. */
async function build(node, say) {
  const vite = join(projectDir, 'node_modules/vite/bin/vite.js');
  const next = join(stampDir, `web-${process.pid}`);
  const args = [vite, 'build', 'designer', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'];
  const { code, output } = await runCommand(node, args, {
    cwd: projectDir,
    progress: (elapsed) => say(`still building, ${elapsed} s`),
  });
  if (code !== 0 || !existsSync(join(next, 'index.html'))) {
    rmSync(next, { recursive: true, force: true });
    throw new SetUpError(
      `The web application in designer/ does not build (vite build, exit code ${code}). Correct what is named below and run the same command again:\n${lastLines(output, 30)}`,
    );
  }
  rmSync(built, { recursive: true, force: true });
  renameSync(next, built);
}

function isFresh() {
  const stamp = readStamp(STAMP);
  if (!stamp || !existsSync(join(built, 'index.html'))) return false;
  const manifest = listSources(projectDir, SOURCES);
  if (JSON.stringify(manifest) === JSON.stringify(stamp.manifest)) return true;
  if (hashSources(projectDir, manifest) !== stamp.hash) return false;
  writeStamp(STAMP, { manifest, hash: stamp.hash });
  return true;
}
