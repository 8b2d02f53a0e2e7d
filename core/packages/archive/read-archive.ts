import { PackageInvalidError } from '../packages.errors.ts';
import type { PackageFile } from '../package-types.ts';
import { PACKAGE_FILES, PACKAGE_SIZE_MAX } from './package-paths.ts';
import { BLOCK, paddingOf, writeArchive } from './write-archive.ts';

/**
 * The files of a package. What is read is written again and compared, so that there is exactly one
 * way to write an archive. Throws PackageInvalidError naming the place of the first difference.
 */
export function readArchive(bytes: Uint8Array): PackageFile[] {
  if (bytes.length > PACKAGE_SIZE_MAX) {
    throw new PackageInvalidError('the file', `is larger than ${PACKAGE_SIZE_MAX} bytes`);
  }
  if (bytes.length % BLOCK !== 0) {
    throw new PackageInvalidError('the file', `is no archive: not whole blocks of ${BLOCK} bytes`);
  }
  const files: PackageFile[] = [];
  let at = 0;
  while (at < bytes.length && bytes[at] !== 0) {
    const file = readFile(bytes, at);
    checkPlace(file.path, files, at);
    files.push(file);
    at += BLOCK + file.bytes.length + paddingOf(file.bytes.length);
  }
  assertSame(bytes, writeArchive(files), files);
  return files;
}

function readFile(bytes: Uint8Array, at: number): PackageFile {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset + at, BLOCK);
  const path = textOf(header, 0, 100);
  const place = `the entry at byte ${at}`;
  const kind = KINDS[textOf(header, 156, 1)];
  if (kind) throw new PackageInvalidError(place, `is ${kind}, and only plain files may be there`);
  if (textOf(header, 257, 6) !== 'ustar') {
    throw new PackageInvalidError(place, 'is not the header of a file');
  }
  const limit = PACKAGE_FILES.get(path);
  if (limit === undefined) throw new PackageInvalidError(place, `names ${nameProblem(path)}`);
  const size = sizeOf(textOf(header, 124, 12));
  if (size === null) throw new PackageInvalidError(place, 'has a size that is not a number');
  if (size > limit) throw new PackageInvalidError(path, `is larger than ${limit} bytes`);
  if (at + BLOCK + size > bytes.length) throw new PackageInvalidError(path, 'is cut off');
  return { path, bytes: bytes.subarray(at + BLOCK, at + BLOCK + size) };
}

/** Of the type flags of tar those that are not a plain file. */
const KINDS: Readonly<Record<string, string>> = {
  '1': 'a hard link',
  '2': 'a symbolic link',
  '3': 'a device',
  '4': 'a device',
  '5': 'a folder',
  '6': 'a pipe',
  '7': 'a special file',
  g: 'an extended header',
  x: 'an extended header',
  L: 'a long name',
  K: 'a long link',
  S: 'a sparse file',
};

function nameProblem(path: string): string {
  const shown = JSON.stringify(path.slice(0, 80));
  if (path.startsWith('/') || path.includes('..') || path.includes('\\')) {
    return `the path ${shown}, which leads outside the package`;
  }
  return `${shown}, and a package has no such file`;
}

/** Files come once, in the one order there is. */
function checkPlace(path: string, before: readonly PackageFile[], at: number): void {
  const order = [...PACKAGE_FILES.keys()];
  const last = before.at(-1);
  if (before.some((file) => file.path === path)) {
    throw new PackageInvalidError(path, `is there twice, again at byte ${at}`);
  }
  if (last && order.indexOf(last.path) > order.indexOf(path)) {
    throw new PackageInvalidError(path, `stands after ${last.path}, and must come before it`);
  }
}

function textOf(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end === -1 ? length : end);
}

const sizeOf = (text: string): number | null =>
  /^[0-7]{11}$/.test(text) ? Number.parseInt(text, 8) : null;

// oxlint-disable-next-line max-params -- what was given, what it should be, and what is in it
function assertSame(given: Uint8Array, canonical: Uint8Array, files: readonly PackageFile[]): void {
  if (Buffer.compare(given, canonical) === 0) return;
  const shortest = Math.min(given.length, canonical.length);
  let at = 0;
  while (at < shortest && given[at] === canonical[at]) at += 1;
  if (at === given.length) throw new PackageInvalidError('the file', `is cut off at byte ${at}`);
  if (at === canonical.length) {
    throw new PackageInvalidError('the file', `goes on after its end at byte ${at}`);
  }
  const place = `byte ${at} (${regionOf(at, files)})`;
  throw new PackageInvalidError(place, 'is not as packages are written');
}

function regionOf(at: number, files: readonly PackageFile[]): string {
  let start = 0;
  for (const { path, bytes } of files) {
    if (at < start + BLOCK) return `the header of ${path}`;
    start += BLOCK + bytes.length + paddingOf(bytes.length);
    if (at < start) return `after ${path}`;
  }
  return 'the end';
}
