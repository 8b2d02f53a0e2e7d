import { readArchive } from './archive/read-archive.ts';
import {
  CODE_PATH,
  ICON_PATH,
  MANIFEST_PATH,
  README_PATH,
  SIGNATURES_PATH,
} from './archive/package-paths.ts';
import { readText } from './manifest/canonical-json.ts';
import { checkIcon } from './manifest/check-icon.ts';
import { sha256 } from './manifest/create-manifest.ts';
import { checkFiles, readManifest } from './manifest/read-manifest.ts';
import type { SignedPackage } from './package-types.ts';
import { PackageInvalidError } from './packages.errors.ts';
import { readSignatures } from './signing/read-signatures.ts';

/**
 * Reads a package; runs nothing of it and trusts nobody. Throws PackageInvalidError naming the place,
 * and PackageModifiedError when a file is not as the manifest says.
 */
export function readPackage(bytes: Uint8Array): SignedPackage {
  const all = readArchive(bytes);
  const find = (path: string) => all.find((file) => file.path === path)?.bytes;
  const need = (path: string) => {
    const found = find(path);
    if (!found) throw new PackageInvalidError(path, 'is missing');
    return found;
  };
  const manifestBytes = need(MANIFEST_PATH);
  const codeBytes = need(CODE_PATH);
  const manifest = readManifest(manifestBytes);
  const files = all.filter(({ path }) => path !== MANIFEST_PATH && path !== SIGNATURES_PATH);
  checkFiles(manifest, files);

  const source = readText(CODE_PATH, codeBytes);
  const [readme, icon] = [find(README_PATH), find(ICON_PATH)];
  if (readme) readText(README_PATH, readme);
  if (icon) checkIcon(icon);
  const signatures = find(SIGNATURES_PATH);
  return {
    manifest,
    manifestSha256: sha256(manifestBytes),
    code: { id: manifest.plugin.id, sha256: sha256(codeBytes), source },
    files,
    signatures: signatures ? readSignatures(signatures) : [],
  };
}
