import type { Trust, TrustedKey } from '../package-types.ts';
import type { Publisher } from './publisher.model.ts';
import type { Revocation } from './revocation.model.ts';

/** Whom and what to believe, from what the operator wrote down. */
export function createTrust(
  publishers: readonly Publisher[],
  revocations: readonly Revocation[],
): Trust {
  const revoked = new Map(revocations.map((row) => [`${row.kind} ${row.subject}`, row]));
  const keys = new Map(publishers.flatMap(trustedKeys));
  return {
    publisherOf(keyId) {
      const known = keys.get(keyId);
      const revocation = revoked.get(`key ${keyId}`);
      // A key that was revoked is told as such, even when nobody trusted it before.
      if (revocation) return { ...(known ?? NOBODY), revokedAt: revocation.revokedAt };
      return known ?? null;
    },
    isRevoked(pluginId, version, sha256) {
      const found =
        revoked.get(`version ${pluginId}@${version}`) ?? revoked.get(`content ${sha256}`);
      return found?.reason ?? null;
    },
  };
}

const NOBODY = { publisherId: '', name: 'an unknown publisher', publicKey: '', revokedAt: null };

const trustedKeys = ({ _id, name, keys }: Publisher): [string, TrustedKey][] =>
  keys.map(({ keyId, publicKey }) => {
    return [keyId, { publisherId: _id.toHexString(), name, publicKey, revokedAt: null }];
  });
