import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

const BLOCK = 512;

/**
 * Writes the one file `wanted` of a .tar.gz to `target` and answers its SHA-256, or null when the
 * archive does not hold it. Reads as a stream and stops after the file: nothing else is unpacked.
 */
export async function extractTarFile(archive, wanted, target) {
  const source = createReadStream(archive);
  const blocks = createReader(source.pipe(createGunzip()));
  try {
    for (;;) {
      const header = await blocks.take(BLOCK);
      if (header[0] === 0) return null; // Blocks of zeros end an archive.
      const { name, size } = parseHeader(header);
      if (name === wanted) return await write(blocks, size, target);
      await skip(blocks, Math.ceil(size / BLOCK) * BLOCK);
    }
  } finally {
    source.destroy();
  }
}

/** Name and size as the ustar format keeps them; the size is written in octal digits. */
function parseHeader(header) {
  const text = (from, length) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const prefix = text(257, 5) === 'ustar' ? text(345, 155) : '';
  const name = text(0, 100);
  const size = Number.parseInt(text(124, 12).trim(), 8);
  if (!Number.isSafeInteger(size)) throw new Error('The archive is damaged: a size is unreadable.');
  return { name: prefix === '' ? name : `${prefix}/${name}`, size };
}

async function write(blocks, size, target) {
  const hash = createHash('sha256');
  const file = await open(target, 'w');
  try {
    for await (const chunk of blocks.pieces(size)) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

async function skip(blocks, size) {
  for await (const chunk of blocks.pieces(size)) void chunk;
}

/** Hands out exactly as many bytes as are asked for, however the stream cuts them. */
function createReader(stream) {
  const chunks = stream[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);

  async function* pieces(size) {
    let left = size;
    while (left > 0) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done) throw new Error('The archive ends too early: it is not complete.');
        rest = next.value;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  return {
    pieces,
    async take(size) {
      const parts = [];
      for await (const piece of pieces(size)) parts.push(piece);
      return Buffer.concat(parts);
    },
  };
}
