import { sha256 } from './manifest/create-manifest.ts';
import type {
  PackageSignature,
  PackageSigner,
  SignedPackage,
  Trust,
  VerifiedPackage,
} from './package-types.ts';
import {
  PackageRevokedError,
  PackageUnsignedError,
  PublisherUnknownError,
} from './packages.errors.ts';
import { readPackage } from './read-package.ts';
import { checkSignatures } from './signing/check-signatures.ts';
import { keyIdOf } from './signing/keys.ts';

/**
 * A package that is intact, signed by a trusted publisher and not withdrawn; runs nothing of it.
 * Throws PackageInvalidError, PackageModifiedError, PackageWronglySignedError, PackageRevokedError,
 * PackageUnsignedError or PublisherUnknownError.
 */
export function verifyPackage(bytes: Uint8Array, trust: Trust): VerifiedPackage {
  const read = readPackage(bytes);
  checkSignatures(read);
  checkRevoked(read, sha256(bytes), trust);
  const [published, ...others] = read.signatures;
  if (!published && !trust.allowUntrusted) {
    throw new PackageUnsignedError(read.manifest.plugin.id);
  }
  return {
    ...read,
    publisher: published ? findPublisher(published, trust) : null,
    counterSigners: others.map((one) => findCounterSigner(one, trust)),
  };
}

/** By its version, and by the hash of its content, its code or the very file. */
function checkRevoked(
  { manifest, manifestSha256, code }: SignedPackage,
  fileSha256: string,
  trust: Trust,
): void {
  const { id, version } = manifest.plugin;
  for (const hash of [manifestSha256, code.sha256, fileSha256]) {
    const reason = trust.isRevoked(id, version, hash);
    if (reason !== null) throw new PackageRevokedError(`Plugin ${id} ${version}`, reason);
  }
}

function findPublisher({ publicKey }: PackageSignature, trust: Trust): PackageSigner {
  const keyId = keyIdOf(publicKey);
  const known = trust.publisherOf(keyId);
  if (known?.revokedAt) {
    const day = known.revokedAt.toISOString().slice(0, 10);
    throw new PackageRevokedError(
      `The key ${keyId} of ${known.name}`,
      `no longer valid since ${day}`,
    );
  }
  if (!known && !trust.allowUntrusted) throw new PublisherUnknownError(keyId);
  return { keyId, publisherId: known?.publisherId ?? null, name: known?.name ?? null };
}

/** Whoever vouches need not be known; what is not known, or revoked, counts for nothing. */
function findCounterSigner({ publicKey }: PackageSignature, trust: Trust): PackageSigner {
  const keyId = keyIdOf(publicKey);
  const known = trust.publisherOf(keyId);
  const isTrusted = known !== null && known.revokedAt === null;
  return {
    keyId,
    publisherId: isTrusted ? known.publisherId : null,
    name: isTrusted ? known.name : null,
  };
}
