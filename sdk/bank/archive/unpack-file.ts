import { gunzipSync } from 'node:zlib';
import type { InputFile } from '../../ports/file.ts';
import { ArchiveProblem } from './archive-problem.ts';
import { readZip } from './read-zip.ts';

export type Unpacked = {
  readonly files: Iterable<InputFile>;
  /** Files in the archive that are of another kind, and so are passed over. */
  readonly passedOver: readonly string[];
};
/** Which files of an archive a reader wants, and what it calls them: `XML file`. */
export type Wanted = {
  readonly name: RegExp;
  readonly kind: string;
  /** All together may unpack to as much as one file may be. */
  readonly maxBytes: number;
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
/** What programs put beside the files of an archive. */
const HIDDEN = /(^|\/)(__MACOSX|\.)/;

/** A zip or gzip archive, by its first bytes. */
export const isArchive = (bytes: Uint8Array): boolean => isZip(bytes) || isGzip(bytes);

/** Names of the files in a zip; none for anything else, also a damaged one. */
export function namesInArchive({ bytes }: InputFile): string[] {
  if (!isZip(bytes)) return [];
  try {
    return readZip(bytes).map(({ name }) => name);
  } catch {
    return [];
  }
}

/**
 * The wanted files of an archive in the order of their names, unpacked one by one; any other file is
 * itself. Throws `ArchiveProblem`.
 */
export function unpackFile(file: InputFile, wanted: Wanted): Unpacked {
  if (isGzip(file.bytes)) return { files: [gunzip(file, wanted.maxBytes)], passedOver: [] };
  if (!isZip(file.bytes)) return { files: [file], passedOver: [] };
  const all = readZip(file.bytes).filter(({ name }) => !HIDDEN.test(name));
  const chosen = all.filter(({ name }) => wanted.name.test(name)).toSorted(byName);
  if (chosen.length === 0) throw new ArchiveProblem(`There is no ${wanted.kind} in this archive.`);
  const passedOver = all.map(({ name }) => name).filter((name) => !wanted.name.test(name));
  return { files: unpackEach(file.name, chosen, wanted.maxBytes), passedOver };
}

type Packed = ReturnType<typeof readZip>[number];
const byName = (a: Packed, b: Packed) => (a.name < b.name ? -1 : Number(a.name > b.name));

function* unpackEach(
  archive: string,
  packed: readonly Packed[],
  maxBytes: number,
): Generator<InputFile> {
  let left = maxBytes;
  for (const { name, unpack } of packed) {
    const bytes = unpack(left);
    left -= bytes.length;
    if (isArchive(bytes)) throw new ArchiveProblem(`${name} is an archive within this archive.`);
    yield { name: `${archive}/${name}`, bytes };
  }
}

function gunzip({ name, bytes }: InputFile, maxOutputLength: number): InputFile {
  try {
    return { name, bytes: gunzipSync(bytes, { maxOutputLength }) };
  } catch (cause) {
    const problem = 'This archive (gzip) is damaged, or too large to unpack.';
    throw new ArchiveProblem(problem, { cause });
  }
}
