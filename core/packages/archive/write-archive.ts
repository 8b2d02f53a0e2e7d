import type { PackageFile } from '../package-types.ts';

export const BLOCK = 512;
const END = new Uint8Array(2 * BLOCK);

/**
 * Files one after the other in the shape of POSIX ustar (IEEE 1003.1, pax), everything that could
 * vary fixed: mode 0644, nobody's, from 1970. The same files always give the same bytes.
 */
export function writeArchive(files: readonly PackageFile[]): Uint8Array {
  const parts = files.flatMap(({ path, bytes }) => [
    writeHeader(path, bytes.length),
    bytes,
    new Uint8Array(paddingOf(bytes.length)),
  ]);
  return new Uint8Array(Buffer.concat([...parts, END]));
}

/** How many zeros fill the last block of a file of this size. */
export const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

const FIELDS: readonly (readonly [at: number, text: string])[] = [
  [100, '0000644\0'],
  [108, '0000000\0'],
  [116, '0000000\0'],
  [136, '00000000000\0'],
  [148, '        '],
  [156, '0'],
  [257, 'ustar\x0000'],
  [329, '0000000\0'],
  [337, '0000000\0'],
];

function writeHeader(path: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(path, 0, 'latin1');
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  for (const [at, text] of FIELDS) header.write(text, at, 'latin1');
  // The checksum is taken with spaces in its own place.
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}
