import type { PluginManifest } from '@inning/sdk/package';
import { MANIFEST_PATH, PACKAGE_FILES, SIGNATURES_PATH } from './archive/package-paths.ts';
import { writeArchive } from './archive/write-archive.ts';
import { writeJson } from './manifest/canonical-json.ts';
import type { PackageFile, PackageSignature } from './package-types.ts';

/** The bytes of a package. The same manifest, files and signatures always give the same bytes. */
export function writePackage(
  manifest: PluginManifest,
  files: readonly PackageFile[],
  signatures: readonly PackageSignature[] = [],
): Uint8Array {
  const order = [...PACKAGE_FILES.keys()];
  const all = [
    { path: MANIFEST_PATH, bytes: writeJson(manifest) },
    ...files,
    ...(signatures.length === 0
      ? []
      : [{ path: SIGNATURES_PATH, bytes: writeJson(inOrder(signatures)) }]),
  ];
  return writeArchive(all.toSorted((a, b) => order.indexOf(a.path) - order.indexOf(b.path)));
}

/** The publisher first, then those who vouch in order of their keys; fields always in one order. */
function inOrder(signatures: readonly PackageSignature[]): PackageSignature[] {
  const rank = ({ role, publicKey }: PackageSignature) => (role === 'publisher' ? '' : publicKey);
  return signatures
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ role, publicKey, manifestSha256, signature }) => ({
      role,
      publicKey,
      manifestSha256,
      signature,
    }));
}
