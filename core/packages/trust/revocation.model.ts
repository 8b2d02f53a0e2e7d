import { Schema } from 'mongoose';
import { defineTable, type Row } from '../../store/index.ts';

export const REVOCATION_KINDS = ['key', 'version', 'content'] as const;
export type RevocationKind = (typeof REVOCATION_KINDS)[number];

/** Something that may not be installed, nor run any longer, whoever signed it. */
export const revocations = defineTable(
  'revocations',
  'installation',
  new Schema({
    kind: { type: String, enum: REVOCATION_KINDS, required: true },
    /** A key id, a plugin version as `id@version`, or the SHA-256 of a manifest, code or file. */
    subject: { type: String, required: true, maxlength: 200 },
    reason: { type: String, required: true, maxlength: 1_000 },
    revokedAt: { type: Date, required: true },
    revokedBy: { type: String, required: true },
  }).index({ kind: 1, subject: 1 }, { unique: true }),
);
export type Revocation = Row<typeof revocations>;
