import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { FileUnreadableError } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { camtXml, entryXml, statementXml, readAll } from '../fixtures/build-camt.ts';
import { buildZip } from '../fixtures/build-zip.ts';

const XML = camtXml(statementXml(entryXml()));
const read = (bytes: Uint8Array) => readAll({ name: 'march.zip', bytes });
const files = [
  { name: 'b/2.xml', text: camtXml(statementXml(entryXml('', { amount: '7.00' }))) },
  { name: 'a/1.xml', text: XML },
];

describe('an archive', () => {
  it('is read as the XML files in it, by name', () => {
    const amounts = (bytes: Uint8Array) =>
      read(bytes).flatMap(({ lines }) => lines.map(({ amountCents }) => amountCents));

    expect(amounts(buildZip(files))).toEqual([1250, 700]);
    expect(amounts(buildZip(files, { method: 0 }))).toEqual([1250, 700]);
    expect(amounts(gzipSync(XML))).toEqual([1250]);
  });

  it('says what else is in it, once', () => {
    const [first, second] = read(buildZip([...files, { name: 'leesmij.pdf', text: 'x' }]));

    expect(first?.warnings.at(-1)).toMatchObject({
      code: 'ARCHIVE_FILE_PASSED_OVER',
      message: expect.stringContaining('leesmij.pdf'),
    });
    expect(second?.warnings.map(({ code }) => code)).not.toContain('ARCHIVE_FILE_PASSED_OVER');
  });

  it('names the file in it that cannot be read', () => {
    const broken = [...files, { name: 'c.xml', text: XML.slice(0, 300) }];

    expect(() => read(buildZip(broken))).toThrow(/march\.zip\/c\.xml, .*cut off/);
  });

  it.each([
    ['a locked file', buildZip(files, { isLocked: true }), 'locked by a password'],
    ['an unknown method', buildZip(files, { method: 99 }), 'not known here'],
    ['more than it says', buildZip([{ name: 'a.xml', text: XML, says: 10 }]), 'damaged'],
    ['more than is allowed', buildZip([{ name: 'a.xml', text: '', says: 2 ** 31 }]), 'too large'],
    ['an archive', buildZip([{ name: 'a.xml', text: 'PK\u0003\u0004' }]), 'within this archive'],
    ['no XML', buildZip([{ name: 'a.pdf', text: 'x' }]), 'no XML file'],
    ['half of it', buildZip(files).subarray(0, 400), 'cut off'],
    ['half of a gzip', gzipSync(XML).subarray(0, 100), 'damaged'],
  ])('is refused with %s', (_what, bytes, problem) => {
    expect(() => read(bytes)).toThrow(problem);
  });

  it('that was changed anywhere is read or refused, and nothing else', () => {
    const zip = buildZip(files);
    const change = fc.tuple(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 }));

    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(zip);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FileUnreadableError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
