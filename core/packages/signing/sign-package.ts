import type { KeyObject } from 'node:crypto';
import type { PackageSignature } from '../package-types.ts';
import { PackageUnsignedError, PublisherChangedError } from '../packages.errors.ts';
import { readPackage } from '../read-package.ts';
import { writePackage } from '../write-package.ts';
import { checkSignatures } from './check-signatures.ts';
import { publicKeyOf, signText } from './keys.ts';
import { counterText, publisherText } from './signature-text.ts';

/**
 * The package with the publisher's signature. Signing again with the same key changes nothing; a
 * package of another publisher is refused, which `counterSignPackage` is for.
 */
export function signPackage(bytes: Uint8Array, key: KeyObject): Uint8Array {
  const read = readPackage(bytes);
  const publicKey = publicKeyOf(key);
  const [published] = read.signatures;
  if (published && published.publicKey !== publicKey) {
    throw new PublisherChangedError(read.manifest.plugin.id);
  }
  checkSignatures(read);
  if (published) return bytes;
  const { manifestSha256 } = read;
  const signature = signText(key, publisherText(manifestSha256));
  return writePackage(read.manifest, read.files, [
    { role: 'publisher', publicKey, manifestSha256, signature },
  ]);
}

/** The package with one more signature, by somebody who vouches for what its publisher signed. */
export function counterSignPackage(bytes: Uint8Array, key: KeyObject): Uint8Array {
  const read = readPackage(bytes);
  checkSignatures(read);
  const [published, ...others] = read.signatures;
  if (!published) throw new PackageUnsignedError(read.manifest.plugin.id);
  const publicKey = publicKeyOf(key);
  if (read.signatures.some((one) => one.publicKey === publicKey)) return bytes;
  const own: PackageSignature = {
    role: 'counter',
    publicKey,
    manifestSha256: read.manifestSha256,
    signature: signText(key, counterText(published)),
  };
  return writePackage(read.manifest, read.files, [published, ...others, own]);
}
