import type { PackageSignature, SignedPackage } from '../package-types.ts';
import { PackageModifiedError, PackageWronglySignedError } from '../packages.errors.ts';
import { isSignedBy, keyIdOf } from './keys.ts';
import { counterText, publisherText } from './signature-text.ts';
import { MANIFEST_PATH } from '../archive/package-paths.ts';

/**
 * Every signature holds, whether or not anybody trusts the key. Throws PackageModifiedError when the
 * content is another than was signed, and PackageWronglySignedError when a key did not sign it.
 */
export function checkSignatures({ signatures, manifestSha256 }: SignedPackage): void {
  const [published, ...others] = signatures;
  if (!published) return;
  if (signatures.some((one) => one.manifestSha256 !== manifestSha256)) {
    throw new PackageModifiedError(MANIFEST_PATH);
  }
  checkOne(published, publisherText(manifestSha256));
  for (const other of others) checkOne(other, counterText(published));
}

function checkOne({ publicKey, signature }: PackageSignature, text: string): void {
  if (!isSignedBy(publicKey, { text, signature })) {
    throw new PackageWronglySignedError(keyIdOf(publicKey));
  }
}
