import { type Static, Type } from '@inning/sdk';
import {
  IdSchema,
  idText,
  InstantSchema,
  instantText,
  OptionalText,
} from '../../domain/routing/index.ts';
import type { Publisher } from './publisher.model.ts';
import { REVOCATION_KINDS, type Revocation } from './revocation.model.ts';

export const PublisherSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  keys: Type.Array(
    Type.Object({
      fingerprint: Type.String({ description: 'SHA-256 of the key' }),
      publicKey: Type.String({ description: '32 bytes as base64' }),
      follows: OptionalText,
      addedAt: InstantSchema,
      addedBy: Type.String(),
      isRevoked: Type.Boolean(),
    }),
  ),
});

export const RevocationSchema = Type.Object({
  id: IdSchema,
  kind: Type.Enum(REVOCATION_KINDS),
  subject: Type.String(),
  reason: Type.String(),
  revokedAt: InstantSchema,
  revokedBy: Type.String(),
});

export function publisherView(
  { _id, name, keys }: Publisher,
  revocations: readonly Revocation[],
): Static<typeof PublisherSchema> {
  const revoked = new Set(
    revocations.filter(({ kind }) => kind === 'key').map(({ subject }) => subject),
  );
  return {
    id: idText(_id),
    name,
    keys: keys.map(({ keyId, publicKey, followsKeyId, addedAt, addedBy }) => ({
      fingerprint: keyId,
      publicKey,
      follows: followsKeyId ?? null,
      addedAt: instantText(addedAt),
      addedBy,
      isRevoked: revoked.has(keyId),
    })),
  };
}

export const revocationView = (row: Revocation): Static<typeof RevocationSchema> => ({
  id: idText(row._id),
  kind: row.kind,
  subject: row.subject,
  reason: row.reason,
  revokedAt: instantText(row.revokedAt),
  revokedBy: row.revokedBy,
});
