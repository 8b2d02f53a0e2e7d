import { describe, expect, it } from 'vitest';
import {
  aDescription,
  aKey,
  aNode,
  aPackage,
  ICON,
  someFiles,
  textFile,
} from '../../tests/kit/a-package.ts';
import { writeArchive } from './archive/write-archive.ts';
import { writeJson } from './manifest/canonical-json.ts';
import {
  createManifest,
  type PackageFile,
  readPackage,
  signPackage,
  writePackage,
} from './index.ts';

const HEADER = 512;

/** The archive with other text at a place of its nth header, and the checksum mended. */
function withHeader(bytes: Uint8Array, at: number, text: string): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.write(text, at, 'latin1');
  const header = changed.subarray(0, HEADER);
  header.write('        ', 148, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return new Uint8Array(changed);
}

const manifestFile = (value: unknown): PackageFile => ({
  path: 'manifest.json',
  bytes: writeJson(value),
});
/** A package whose manifest is `change`d after it was made, with hashes that still hold. */
function withManifest(change: (manifest: Record<string, unknown>) => unknown): Uint8Array {
  const files = someFiles();
  const manifest = structuredClone(createManifest(aDescription(), files)) as object;
  return writeArchive([manifestFile(change({ ...manifest })), ...files]);
}
const withIcon = (svg: string) =>
  aPackage({}, [...someFiles().slice(0, 2), textFile('icon.svg', svg)]);

describe('an archive that is none of ours', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'is cut off at byte 0'],
    ['text', new TextEncoder().encode('hello'), 'not whole blocks'],
    ['zeros', new Uint8Array(10_240), 'goes on after its end at byte 1024'],
    ['noise', new Uint8Array(1_024).fill(7), 'is not the header of a file'],
    ['far too much', new Uint8Array(8_000_000), 'is larger than'],
    ['a symbolic link', withHeader(aPackage(), 156, '2'), 'is a symbolic link'],
    ['a hard link', withHeader(aPackage(), 156, '1'), 'is a hard link'],
    ['a folder', withHeader(aPackage(), 156, '5'), 'is a folder'],
    ['a device', withHeader(aPackage(), 156, '3'), 'is a device'],
    ['a pax header', withHeader(aPackage(), 156, 'x'), 'is an extended header'],
    ['a path that climbs', withHeader(aPackage(), 0, '../../x.js\0\0\0'), 'outside the package'],
    ['an absolute path', withHeader(aPackage(), 0, '/etc/passwd\0\0'), 'outside the package'],
    ['a path with a prefix', withHeader(aPackage(), 345, '../up'), 'header of manifest'],
    ['a program', withHeader(aPackage(), 100, '0000755'), 'byte 104'],
    ['an owner', withHeader(aPackage(), 108, '0001750'), 'byte 111'],
    ['a day', withHeader(aPackage(), 136, '14000000000'), 'byte 136'],
    ['a huge size', withHeader(aPackage(), 124, '77777777777'), 'is larger than'],
    ['a size in other digits', withHeader(aPackage(), 124, '-0000000001'), 'not a number'],
    ['a size past the end', withHeader(aPackage(), 124, '00000077777'), 'is cut off'],
  ])('is refused: %s', (_, bytes, place) => {
    expect(() => readPackage(bytes)).toThrow(place);
  });

  it('is refused with files it should not have, twice, in another order, or without its code', () => {
    const manifest = manifestFile(createManifest(aDescription(), someFiles()));
    const [code, readme, icon] = someFiles() as [PackageFile, PackageFile, PackageFile];
    const read = (...files: PackageFile[]) => readPackage(writeArchive(files));

    expect(() => read(manifest, code, textFile('postinstall.sh', 'rm'))).toThrow('no such file');
    expect(() => read(manifest, code, textFile('addon.node', 'ELF'))).toThrow('no such file');
    expect(() => read(manifest, code, textFile('package.json', '{}'))).toThrow('no such file');
    expect(() => read(manifest, code, code, readme)).toThrow('plugin.js is there twice');
    expect(() => read(manifest, manifest, code)).toThrow('manifest.json is there twice');
    expect(() => read(manifest, icon, code)).toThrow('stands after icon.svg');
    expect(() => read(code, manifest)).toThrow('stands after plugin.js');
    expect(() => read(manifest, readme)).toThrow('plugin.js is missing');
    expect(() => read(manifest, code, readme)).toThrow('icon.svg is not what was signed');
    expect(() => read(manifest, code, textFile('README.md', 'x'), icon)).toThrow(
      'README.md is not',
    );
  });
});

describe('a manifest that is not right', () => {
  const plugin = (over: object) => (manifest: Record<string, unknown>) => ({
    ...manifest,
    plugin: { ...(manifest['plugin'] as object), ...over },
  });
  it.each([
    ['asks for less than it describes', { asks: { ...noAsks() } }, 'at /asks is not what'],
    ['has a field nobody knows', { scripts: { install: 'x' } }, 'at /scripts'],
    ['is of another format', { format: 2 }, 'at /format'],
    ['has no files', { files: {} }, 'plugin.js is not what was signed'],
  ])('is refused: it %s', (_, over, place) => {
    expect(() => readPackage(withManifest((manifest) => ({ ...manifest, ...over })))).toThrow(
      place,
    );
  });

  it.each([
    ['an id with a path', { id: '../x' }, '/plugin/id'],
    ['a version that is none', { version: '1' }, '/plugin/version'],
    ['a hidden sign in its name', { title: { en: 'Ban\u202Ek' } }, '/plugin/title'],
    ['a node of another plugin', { nodes: [aNode({ id: 'mail.send' })] }, '/plugin/nodes/0/id'],
    ['a node twice', { nodes: [aNode(), aNode()] }, '/plugin/nodes/1/id is there twice'],
    ['every host there is', { permissions: { claim: [], hosts: ['*'] } }, '/permissions/hosts/0'],
    ['a whole domain', { permissions: { claim: [], hosts: ['*.com'] } }, '/permissions/hosts/0'],
    ['an address', { permissions: { claim: [], hosts: ['10.0.0.1'] } }, '/permissions/hosts/0'],
    ['a host with a port', { permissions: { claim: [], hosts: ['a.nl:1'] } }, '/hosts/0'],
    ['a claim path with a trick', { permissions: { claim: ['__proto__'], hosts: [] } }, '/claim/0'],
    [
      'a secret for a host it does not ask for',
      { credentials: { key: { title: { en: 'K' }, kind: 'api-key', hosts: ['evil.example'] } } },
      '/plugin/credentials/key is for evil.example',
    ],
  ])('is refused: %s', (_, over, place) => {
    expect(() => readPackage(withManifest(plugin(over)))).toThrow(place);
  });

  it('is refused when it is written otherwise, though it means the same', () => {
    const files = someFiles();
    const text = new TextDecoder().decode(writeJson(createManifest(aDescription(), files)));
    const read = (changed: string) =>
      readPackage(writeArchive([textFile('manifest.json', changed), ...files]));

    expect(() => read(text)).not.toThrow();
    expect(() => read(text.trimEnd())).toThrow('not written as packages are');
    expect(() => read(text.replace('"format": 1', '"format": 1.0'))).toThrow('not written as');
    expect(() => read(text.replace('{', '{\n  "format": 2,'))).toThrow('not written as');
    expect(() => read(`\uFEFF${text}`)).toThrow('hidden mark');
    expect(() => read(text.replace('{', '{\n  "__proto__": {},'))).toThrow('__proto__');
    expect(() => read('['.repeat(100_000))).toThrow('is not JSON');
    expect(() => read(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toThrow('deep');
  });
});

const noAsks = () => ({
  claim: [],
  hosts: [],
  channels: [],
  nodePorts: [],
  ports: [],
  events: [],
});

describe('an icon', () => {
  it('is a picture', () => {
    expect(() => readPackage(withIcon(ICON))).not.toThrow();
  });

  it.each([
    ['a script', '<svg><script>1</script></svg>', '<script>'],
    ['a page', '<svg><foreignObject/></svg>', '<foreignObject>'],
    ['a handler', '<svg onload="x()"/>', 'onload'],
    ['an address', '<svg><use href="https://evil.example/x#y"/></svg>', 'href'],
    ['a script in an address', '<svg><use xlink:href="javascript:1"/></svg>', 'xlink:href'],
    ['a picture from elsewhere', '<svg><rect fill="url(https://evil.example)"/></svg>', 'fill'],
    ['styles', '<svg><style>*{}</style></svg>', '<style>'],
    ['a document type', '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', 'document type'],
    ['a stylesheet', '<?xml-stylesheet href="x"?><svg/>', 'processing instruction'],
    ['no XML', 'GIF89a', 'is not XML'],
    ['another picture', '<g/>', 'is not an SVG picture'],
  ])('is refused with %s', (_, svg, problem) => {
    expect(() => readPackage(withIcon(svg))).toThrow(problem);
  });
});

describe('signatures that are not right', () => {
  const { key, publicKey } = aKey();
  const signed = readPackage(signPackage(aPackage(), key));
  const [one] = signed.signatures;
  const withSignatures = (signatures: unknown) =>
    writeArchive([
      manifestFile(signed.manifest),
      ...signed.files,
      { path: 'signatures.json', bytes: writeJson(signatures) },
    ]);

  it.each([
    ['none at all', [], 'signatures.json at /'],
    ['two publishers', [one, one], 'its one publisher'],
    ['only somebody who vouches', [{ ...one, role: 'counter' }], 'its one publisher'],
    ['the publisher vouching too', [one, { ...one, role: 'counter' }], 'a key twice'],
    ['a field nobody knows', [{ ...one, alg: 'none' }], 'signatures.json at /0'],
    ['no list', { ...one }, 'signatures.json at /'],
  ])('are refused: %s', (_, signatures, problem) => {
    expect(publicKey).toHaveLength(44);
    expect(() => readPackage(withSignatures(signatures))).toThrow(problem);
  });

  it('are written in one order, whatever order they were given in', () => {
    expect(writePackage(signed.manifest, [...signed.files].reverse(), signed.signatures)).toEqual(
      writePackage(signed.manifest, signed.files, signed.signatures),
    );
  });
});
