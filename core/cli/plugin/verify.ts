import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DomainError, localize, sayMessage } from '@inning/sdk';
import {
  allAsksOf,
  askTexts,
  compareWithCode,
  keyIdOf,
  readPackageFile,
  readPublicKey,
  sayAsks,
  type Trust,
  type VerifiedPackage,
  verifyPackage,
} from '../../packages/index.ts';
import { type CommandIo, type ExitCode } from '../command.ts';
import { withSandbox } from './open-sandbox.ts';
import { sayPermissions } from './say-package.ts';
import { defineSubcommand } from './subcommand.ts';

export const verifySubcommand = defineSubcommand({
  name: 'plugin verify',
  summary: 'check that a package is whole, signed, and what it says it is',
  usage: ['plugin verify FILE [--key PUBFILE]... [--no-run] [--json]'],
  about: [
    'Reads a package without a database and tells who signed it and what it asks for. With --key only',
    'those publishers are trusted; without, any signature that holds is. The code is asked in the',
    'sandbox whether it is what the manifest says. Exit code 1 when the package is refused.',
  ].join('\n'),
  options: {
    key: { type: 'string', multiple: true, value: 'PUBFILE', help: 'a key that is trusted' },
    'no-run': { type: 'boolean', help: 'do not ask the code what it is' },
    json: { type: 'boolean', help: 'JSON instead of sentences' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [path = ''] }, io) {
    const trust = await trustIn(options.key, io);
    try {
      const bytes = await readPackageFile(resolve(io.cwd, path));
      const verified = verifyPackage(bytes, trust);
      if (!options['no-run']) await withSandbox((sandbox) => compareWithCode(verified, sandbox));
      tell(verified, options.json, io);
      return 0;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(error, options.json, io);
    }
  },
});

/** Every key that was named; when none was, whoever signed. */
async function trustIn(files: readonly string[], io: CommandIo): Promise<Trust> {
  const keys = new Map<string, { readonly publicKey: string; readonly name: string }>();
  for (const name of files) {
    const publicKey = readPublicKey(await readFile(resolve(io.cwd, name), 'utf8'));
    keys.set(keyIdOf(publicKey), { publicKey, name });
  }
  const anyone = { publisherId: '', name: 'not checked', publicKey: '', revokedAt: null };
  return {
    publisherOf(keyId) {
      if (files.length === 0) return anyone;
      const known = keys.get(keyId);
      return known ? { ...known, publisherId: keyId, revokedAt: null } : null;
    },
    isRevoked: () => null,
  };
}

// oxlint-disable-next-line max-params -- what, how and to whom
function tell(verified: VerifiedPackage, isJson: boolean, io: CommandIo): void {
  const { manifest, manifestSha256, publisher, counterSigners, files } = verified;
  const { id, version, title } = manifest.plugin;
  const counterKeys = counterSigners.map(({ keyId }) => keyId);
  if (isJson) {
    const asks = allAsksOf(manifest);
    const permissions = sayAsks(asks).map(({ message }) => {
      return { ...message, text: sayMessage(askTexts, message, 'en') };
    });
    const signer = { keyId: publisher?.keyId ?? null, counterKeys };
    io.out(
      JSON.stringify({ isOk: true, id, version, manifestSha256, ...signer, asks, permissions }),
    );
    return;
  }
  io.out(`${localize(title as never, 'en')} (${id}) ${version}, content ${manifestSha256}`);
  io.out(`signed with key ${publisher?.keyId}`);
  for (const keyId of counterKeys) io.out(`and counter-signed with key ${keyId}`);
  io.out(`${files.length} files as the manifest says; it asks for:`);
  for (const line of sayPermissions(manifest)) io.out(line);
}

// oxlint-disable-next-line max-params -- what, how and to whom
function refuse(error: DomainError, isJson: boolean, io: CommandIo): ExitCode {
  const { code, message, details } = error;
  if (isJson) io.out(JSON.stringify({ isOk: false, code, message, details }));
  else io.err(`${code}: ${message}`);
  return 1;
}
