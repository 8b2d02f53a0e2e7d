import { crc32, inflateRawSync } from 'node:zlib';
import { ArchiveProblem } from './archive-problem.ts';

/** A file in an archive; its bytes are unpacked when they are asked for. */
export type PackedFile = {
  readonly name: string;
  /** Throws `ArchiveProblem` when it is damaged, or holds more than `maxBytes`. */
  unpack(maxBytes: number): Uint8Array;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** A comment may stand behind the end, of at most this many bytes. */
const MAX_COMMENT = 65_535;
const MAX_FILES = 2000;
const IN_ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** The files of a zip, by its directory. Layout: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16. */
export function readZip(bytes: Uint8Array): PackedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_FILES)
    throw new ArchiveProblem(`This archive holds more than ${MAX_FILES} files.`);

  const files: PackedFile[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength),
    );
    const entry = readEntry(view, at, name);
    if (!name.endsWith('/')) files.push({ name, unpack: (max) => unpack(bytes, entry, max) });
    at += ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

type Entry = ReturnType<typeof readEntry>;

function readEntry(view: DataView, at: number, name: string) {
  return {
    name,
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    localAt: view.getUint32(at + 42, true),
  };
}

function unpack(archive: Uint8Array, entry: Entry, maxBytes: number): Uint8Array {
  const { name, method } = entry;
  if (entry.isEncrypted)
    throw new ArchiveProblem(`${name} in this archive is locked by a password.`);
  if (method !== STORED && method !== DEFLATED) {
    throw new ArchiveProblem(`${name} in this archive is packed in a way that is not known here.`);
  }
  if (entry.bytes === IN_ZIP64 || entry.bytes > maxBytes) throw tooLarge(name);
  const packed = packedBytes(archive, entry);
  const bytes = method === STORED ? packed : inflate(packed, entry);
  if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc) throw damaged(name);
  return bytes;
}

function packedBytes(archive: Uint8Array, { localAt, packedBytes: size, name }: Entry): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (localAt + LOCAL_BYTES > archive.length || view.getUint32(localAt, true) !== LOCAL) {
    throw damaged(name);
  }
  const skipped = view.getUint16(localAt + 26, true) + view.getUint16(localAt + 28, true);
  const from = localAt + LOCAL_BYTES + skipped;
  if (from + size > archive.length) throw damaged(name);
  return archive.subarray(from, from + size);
}

/** What unpacks to more than the directory says is refused before it fills the memory. */
function inflate(packed: Uint8Array, { name, bytes }: Entry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (cause) {
    throw new ArchiveProblem(`${name} in this archive is damaged.`, { cause });
  }
}

const damaged = (name = 'The directory') =>
  new ArchiveProblem(`${name} in this archive is damaged, or was cut off.`);

const tooLarge = (name: string) =>
  new ArchiveProblem(`${name} in this archive is too large to unpack.`);
