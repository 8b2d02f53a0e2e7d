import { hash } from 'node:crypto';
import type { PluginDescription, PluginManifest } from '@inning/sdk/package';
import type { PackageFile } from '../package-types.ts';
import { asksOf } from './asks-of.ts';

/** The manifest of a plugin with these files: everything but the manifest and signatures. */
export function createManifest(
  plugin: PluginDescription,
  files: readonly PackageFile[],
): PluginManifest {
  const hashes = files.map(
    ({ path, bytes }) => [path, { sha256: sha256(bytes), size: bytes.length }] as const,
  );
  return { format: 1, plugin, asks: asksOf(plugin), files: Object.fromEntries(hashes) };
}

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes);
