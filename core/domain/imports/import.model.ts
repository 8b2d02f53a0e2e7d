import { Schema } from 'mongoose';
import { defineTable, optionalInstant, optionalText, type Row } from '../../store/index.ts';

export const IMPORT_STATES = ['previewed', 'committing', 'committed', 'failed'] as const;

const counts = new Schema(
  {
    new: { type: Number, required: true },
    changed: { type: Number, required: true },
    unchanged: { type: Number, required: true },
    refused: { type: Number, required: true },
  },
  { _id: false },
);

const file = new Schema(
  {
    fileId: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    /** The importer that read it; null when none knows it. */
    format: optionalText(),
    /** How its columns were understood, when it has any. */
    columns: { type: Schema.Types.Mixed, default: null },
    counts: { type: counts, required: true },
  },
  { _id: false },
);

/**
 * Files that were read together. `previewed` changed nothing; `committing` says how far it came;
 * an interrupted or failed one goes on where it stopped when it is committed again.
 */
export const imports = defineTable(
  'imports',
  'administration',
  new Schema({
    state: { type: String, enum: IMPORT_STATES, required: true },
    /** Column by field of ours, as a person chose them. */
    columns: { type: Schema.Types.Mixed, default: {} },
    files: { type: [file], required: true },
    counts: { type: counts, required: true },
    /** Items dealt with and what became of them, written in the transaction of each batch. */
    doneCount: { type: Number, default: 0 },
    itemCount: { type: Number, required: true },
    done: { type: counts, required: true },
    failure: { type: Schema.Types.Mixed, default: null },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    committedAt: optionalInstant(),
    committedBy: optionalText(),
  }).index({ administrationId: 1, createdAt: -1, _id: -1 }),
);
export type Import = Row<typeof imports>;
