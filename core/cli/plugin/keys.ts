import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  createKeyPair,
  keyIdOf,
  readPrivateKey,
  readPublicKey,
  rotateKey,
} from '../../packages/index.ts';
import { UsageError } from '../cli.errors.ts';
import type { CommandIo, ExitCode } from '../command.ts';
import { defineSubcommand } from './subcommand.ts';

export const keysSubcommand = defineSubcommand({
  name: 'plugin keys',
  summary: 'make a key that signs packages, show one, or let a new one follow an old one',
  usage: [
    'plugin keys new FILE [--json]',
    'plugin keys show FILE [--json]',
    'plugin keys rotate OLDFILE NEWFILE > STATEMENT.json',
  ],
  about: [
    '`new` writes a private key to FILE, which only you should have, and its public half to FILE.pub,',
    'which the operator of an Inning needs to trust you. `show` names the key in either of them.',
    '`rotate` prints a statement, signed by both, that the new key is of the same publisher; the',
    'operator takes it with `inning plugin trust rotate`.',
  ].join('\n'),
  options: { json: { type: 'boolean', help: 'JSON instead of sentences' } },
  words: { min: 2, max: 3 },
  async run({ options: { json: isJson }, words: [verb, path = '', next] }, io) {
    const file = resolve(io.cwd, path);
    if (verb === 'rotate' && next) return rotate([file, resolve(io.cwd, next)], io);
    if (verb === 'new' && !next) return makeKey(file, isJson, io);
    if (verb === 'show' && !next) return showKey(file, isJson, io);
    throw new UsageError('Say `plugin keys new FILE`, `show FILE` or `rotate OLDFILE NEWFILE`.');
  },
});

/** Never writes over a key: whoever loses one can no longer update what it signed. */
// oxlint-disable-next-line max-params -- where, how and to whom
async function makeKey(file: string, isJson: boolean, io: CommandIo): Promise<ExitCode> {
  const { privatePem, publicPem } = createKeyPair();
  await writeNew(file, privatePem, 0o600);
  await writeNew(`${file}.pub`, publicPem, 0o644);
  const publicKey = readPublicKey(publicPem);
  const keyId = keyIdOf(publicKey);
  if (isJson) io.out(JSON.stringify({ keyId, publicKey, file, publicFile: `${file}.pub` }));
  else {
    io.out(`key ${keyId}`);
    io.err(`Keep ${file} to yourself; ${file}.pub is for whoever is to trust you.`);
  }
  return 0;
}

async function writeNew(file: string, text: string, mode: number): Promise<void> {
  try {
    await writeFile(file, text, { mode, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`There is a file ${file} already, and a key is never written over.`);
  }
}

// oxlint-disable-next-line max-params -- where, how and to whom
async function showKey(file: string, isJson: boolean, io: CommandIo): Promise<ExitCode> {
  const pem = await readFile(file, 'utf8');
  const publicKey = readPublicKey(pem);
  const keyId = keyIdOf(publicKey);
  const isPrivate = pem.includes('PRIVATE KEY');
  if (isJson) io.out(JSON.stringify({ keyId, publicKey, isPrivate }));
  else
    io.out(`key ${keyId}\npublic ${publicKey}\n${isPrivate ? 'with' : 'without'} the private half`);
  return 0;
}

async function rotate(files: readonly [string, string], io: CommandIo): Promise<ExitCode> {
  const [oldPem, newPem] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const statement = rotateKey(readPrivateKey(oldPem ?? ''), readPrivateKey(newPem ?? ''));
  io.out(JSON.stringify(statement, null, 2));
  return 0;
}
