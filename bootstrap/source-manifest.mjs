import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist']);

/** Every file under these paths with its size and time: cheap to make, and equal when untouched. */
export function listSources(root, paths) {
  const manifest = {};
  for (const path of paths) add(manifest, root, path);
  return manifest;
}

/** A hash over names and content: equal after a fresh checkout or a `touch`, unlike the times. */
export function hashSources(root, manifest) {
  const hash = createHash('sha256');
  for (const path of Object.keys(manifest).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function add(manifest, root, path) {
  const full = join(root, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isFile()) {
    manifest[path] = `${found.size}-${found.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(full)) {
    if (!LEFT_OUT.has(name)) add(manifest, root, `${path}/${name}`);
  }
}
