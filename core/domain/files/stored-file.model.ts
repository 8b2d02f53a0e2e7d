import { Schema } from 'mongoose';
import { defineTable, type Row } from '../../store/index.ts';

/** What is known of a stored file; its bytes lie in GridFS under the same id and never change. */
export const storedFiles = defineTable(
  'stored-files',
  'administration',
  new Schema({
    name: { type: String, required: true, maxlength: 300 },
    mediaType: { type: String, required: true, maxlength: 200 },
    sizeBytes: { type: Number, required: true },
    sha256: { type: String, required: true, match: /^[0-9a-f]{64}$/ },
    storedAt: { type: Date, required: true },
  }).index({ administrationId: 1, sha256: 1 }, { unique: true }),
);
export type StoredFile = Row<typeof storedFiles>;
