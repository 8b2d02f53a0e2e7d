import { readFile, stat } from 'node:fs/promises';
import { PACKAGE_SIZE_MAX } from './archive/package-paths.ts';
import { PackageInvalidError } from './packages.errors.ts';

/** The bytes of a package in a file. What cannot be one is not read: devices, and what is too large. */
export async function readPackageFile(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile()) throw new PackageInvalidError('what was named', 'is not a file');
  if (found.size > PACKAGE_SIZE_MAX) {
    throw new PackageInvalidError('the file', `is larger than ${PACKAGE_SIZE_MAX} bytes`);
  }
  return readFile(path);
}
