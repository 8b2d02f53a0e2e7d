import { gunzipSync } from 'node:zlib';
import type { InputFile } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { MAX_FILE_BYTES } from '../xml/decode-xml.ts';
import { readZip } from './read-zip.ts';

export type Unpacked = {
  readonly files: Iterable<InputFile>;
  /** Files in the archive that are no XML, and so are passed over. */
  readonly passedOver: readonly string[];
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A zip or gzip archive, by its first bytes. */
export const isArchive = (bytes: Uint8Array) => isZip(bytes) || isGzip(bytes);

/**
 * The XML files of an archive in the order of their names, unpacked one by one; any other file is
 * itself. All together may unpack to as much as one file may be.
 */
export function unpackFile(file: InputFile): Unpacked {
  if (isGzip(file.bytes)) return { files: [gunzip(file)], passedOver: [] };
  if (!isZip(file.bytes)) return { files: [file], passedOver: [] };
  const all = readZip(file.bytes).filter(({ name }) => !/(^|\/)(__MACOSX|\.)/.test(name));
  const isXml = (name: string) => /\.(xml|053|052|054)$/i.test(name);
  const xml = all.filter(({ name }) => isXml(name)).toSorted(byName);
  if (xml.length === 0) throw new CamtProblem('There is no XML file in this archive.');
  const passedOver = all.map(({ name }) => name).filter((name) => !isXml(name));
  return { files: unpackEach(file.name, xml), passedOver };
}

type Packed = ReturnType<typeof readZip>[number];
const byName = (a: Packed, b: Packed) => (a.name < b.name ? -1 : Number(a.name > b.name));

function* unpackEach(archive: string, packed: readonly Packed[]): Generator<InputFile> {
  let left = MAX_FILE_BYTES;
  for (const { name, unpack } of packed) {
    const bytes = unpack(left);
    left -= bytes.length;
    if (isArchive(bytes)) throw new CamtProblem(`${name} is an archive within this archive.`);
    yield { name: `${archive}/${name}`, bytes };
  }
}

function gunzip({ name, bytes }: InputFile): InputFile {
  try {
    return { name, bytes: gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES }) };
  } catch (cause) {
    const problem = 'This archive (gzip) is damaged, or too large to unpack.';
    throw new CamtProblem(problem, {}, { cause });
  }
}
