import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mt940Statements } from './mt940-statements.port.ts';
import { readMt940 } from './read-mt940.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const accountsOf = (name: string, bytes: Uint8Array) =>
  [...readMt940({ name, bytes })].map((statement) => statement.account);

/** A zip of these files, as small as the format allows. */
function zip(files: Readonly<Record<string, Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const head = Buffer.from('PK\u0001\u0002\u0014\u0000');
    entries.push(Buffer.concat([head, shared, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(entries).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...entries, Buffer.from('PK\u0005\u0006'), end]);
}

describe('an archive of MT940 files', () => {
  const ing = fixture('ing.sta');
  const rabobank = fixture('rabobank.swi');

  it('is read as the files in it, and says what else was there', () => {
    const bytes = zip({ 'b.swi': rabobank, 'a.sta': ing, 'leesmij.pdf': Buffer.from('x') });
    const each = [...accountsOf('a.sta', ing), ...accountsOf('b.swi', rabobank)];

    expect(mt940Statements.recognise({ name: 'export.zip', bytes })).toBe(0.5);
    expect(accountsOf('export.zip', bytes)).toEqual(each);
    const [first] = readMt940({ name: 'export.zip', bytes });
    expect(first?.warnings.at(-1)?.message).toContain('leesmij.pdf');
  });

  it('may be a gzip, and is not ours when it holds other files', () => {
    const gzipped = { name: 'dag.sta.gz', bytes: gzipSync(ing) };

    expect(mt940Statements.recognise(gzipped)).toBe(0.5);
    expect(accountsOf('dag.sta.gz', gzipped.bytes)).toEqual(accountsOf('a.sta', ing));
    expect(mt940Statements.recognise({ name: 'x.zip', bytes: zip({ 'a.xml': ing }) })).toBe(0);
  });

  it('names the file in it that cannot be read', () => {
    const bytes = zip({ 'a.sta': ing, 'b.sta': Buffer.from('hallo') });

    expect(() => accountsOf('export.zip', bytes)).toThrow(/export\.zip\/b\.sta/);
  });
});
