import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  counterSignPackage,
  keyIdOf,
  publicKeyOf,
  readPackage,
  readPackageFile,
  readPrivateKey,
  signPackage,
} from '../../packages/index.ts';
import { UsageError } from '../cli.errors.ts';
import { defineSubcommand } from './subcommand.ts';

export const signSubcommand = defineSubcommand({
  name: 'plugin sign',
  summary: 'sign a package with your key',
  usage: ['plugin sign FILE --key KEYFILE [--counter] [--out FILE] [--json]'],
  about: [
    'Puts your signature into a package. Signing again with the same key changes nothing. With',
    '--counter you vouch for a package that another publisher signed.',
  ].join('\n'),
  options: {
    key: { type: 'string', value: 'KEYFILE', help: 'the private key, of `inning plugin keys new`' },
    counter: { type: 'boolean', help: 'beside the signature of its publisher' },
    out: { type: 'string', value: 'FILE', help: 'where to write it; FILE itself if left out' },
    json: { type: 'boolean', help: 'JSON instead of sentences' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [path = ''] }, io) {
    if (!options.key) throw new UsageError('Say with which key: --key KEYFILE.');
    const file = resolve(io.cwd, path);
    const key = readPrivateKey(await readFile(resolve(io.cwd, options.key), 'utf8'));
    const bytes = await readPackageFile(file);
    const signed = options.counter ? counterSignPackage(bytes, key) : signPackage(bytes, key);
    const out = options.out ? resolve(io.cwd, options.out) : file;
    await replaceFile(out, signed);
    const { manifest, manifestSha256 } = readPackage(signed);
    const { id, version } = manifest.plugin;
    const keyId = keyIdOf(publicKeyOf(key));
    if (options.json) io.out(JSON.stringify({ file: out, id, version, keyId, manifestSha256 }));
    else io.out(`${out}: ${id} ${version} signed with key ${keyId}`);
    return 0;
  },
});

/** Whoever reads meanwhile sees the old file or the new one, never half of it. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const half = `${file}.${process.pid}.part`;
  await writeFile(half, bytes);
  await rename(half, file);
}
