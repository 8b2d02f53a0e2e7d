import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { PluginManifest } from '@inning/sdk/package';
import { CODE_PATH, ICON_PATH, README_PATH } from '../archive/package-paths.ts';
import { createManifest, sha256 } from '../manifest/create-manifest.ts';
import type { Describer, PackageFile } from '../package-types.ts';
import { PluginNotPackableError } from '../packages.errors.ts';
import { readPackage } from '../read-package.ts';
import { writePackage } from '../write-package.ts';
import { bundlePlugin } from './bundle-plugin.ts';
import { findUnknownClaimPath } from './find-unknown-claim-path.ts';

export type PackOptions = {
  readonly dir: string;
  /** Runs the bundle to hear what it says of itself, so that the manifest cannot say otherwise. */
  readonly sandbox: Describer;
  readonly exportName?: string;
  readonly versionSuffix?: string;
};
export type PackedPlugin = { readonly bytes: Uint8Array; readonly manifest: PluginManifest };

/**
 * The folder of a plugin as an unsigned package; the same sources always give the same bytes. Throws
 * PluginNotPackableError, PackageInvalidError, or what the sandbox throws when the code fails.
 */
export async function packPlugin(options: PackOptions): Promise<PackedPlugin> {
  const dir = resolve(options.dir);
  const code = await bundlePlugin({ ...options, dir });
  const source = new TextDecoder().decode(code);
  const plugin = await options.sandbox.describe({
    id: basename(dir),
    sha256: sha256(code),
    source,
  });
  const unknown = findUnknownClaimPath(plugin.permissions.claim);
  if (unknown !== null) {
    throw new PluginNotPackableError(`The plugin asks for claim.${unknown}, which does not exist.`);
  }
  const files = [
    { path: CODE_PATH, bytes: code },
    await needFile(dir, README_PATH),
    ...(await optionalFile(dir, ICON_PATH)),
  ];
  const manifest = createManifest(plugin, files);
  const bytes = writePackage(manifest, files);
  readPackage(bytes);
  return { bytes, manifest };
}

async function needFile(dir: string, path: string): Promise<PackageFile> {
  const [found] = await optionalFile(dir, path);
  if (!found) {
    throw new PluginNotPackableError(`There is no ${path} that tells what the plugin does.`);
  }
  return found;
}

async function optionalFile(dir: string, path: string): Promise<PackageFile[]> {
  try {
    return [{ path, bytes: await readFile(join(dir, path)) }];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
