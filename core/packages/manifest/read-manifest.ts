import { isDeepStrictEqual } from 'node:util';
import { type PluginManifest, PluginManifestSchema } from '@inning/sdk/package';
import { Value } from 'typebox/value';
import { MANIFEST_PATH } from '../archive/package-paths.ts';
import type { PackageFile } from '../package-types.ts';
import { PackageInvalidError, PackageModifiedError } from '../packages.errors.ts';
import { asksOf } from './asks-of.ts';
import { readJson } from './canonical-json.ts';
import { checkDescription } from './check-description.ts';
import { sha256 } from './create-manifest.ts';

/** Throws PackageInvalidError naming the place. What it asks for must follow from what it describes. */
export function readManifest(bytes: Uint8Array): PluginManifest {
  const value = readJson(MANIFEST_PATH, bytes);
  for (const { instancePath, message } of Value.Errors(PluginManifestSchema, value)) {
    throw new PackageInvalidError(`${MANIFEST_PATH} at ${instancePath || '/'}`, message);
  }
  const manifest = value as PluginManifest;
  const surplus = Object.keys(manifest).find((key) => !(key in PluginManifestSchema.properties));
  if (surplus) throw new PackageInvalidError(`${MANIFEST_PATH} at /${surplus}`, 'is not known');
  const problem = checkDescription(manifest.plugin);
  if (problem) {
    throw new PackageInvalidError(`${MANIFEST_PATH} at /plugin${problem.place}`, problem.problem);
  }
  if (!isDeepStrictEqual(manifest.asks, asksOf(manifest.plugin))) {
    throw new PackageInvalidError(`${MANIFEST_PATH} at /asks`, 'is not what the plugin asks for');
  }
  return manifest;
}

/** Every file as the manifest says, and no other. Throws PackageModifiedError naming the file. */
export function checkFiles(manifest: PluginManifest, files: readonly PackageFile[]): void {
  for (const { path, bytes } of files) {
    const said = Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
    if (!said || said.size !== bytes.length || said.sha256 !== sha256(bytes)) {
      throw new PackageModifiedError(path);
    }
  }
  const missing = Object.keys(manifest.files).find(
    (path) => !files.some((file) => file.path === path),
  );
  if (missing !== undefined) throw new PackageModifiedError(missing);
}
