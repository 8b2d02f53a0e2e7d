import { Schema } from 'mongoose';
import { defineTable, optionalText, reference, type Row } from '../../store/index.ts';

export const ITEM_STATUSES = ['new', 'changed', 'unchanged', 'refused'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** One line or document of an import, and what it would do. */
export const importItems = defineTable(
  'import-items',
  'administration',
  new Schema({
    importId: reference('imports'),
    ordinal: { type: Number, required: true },
    fileIndex: { type: Number, required: true },
    place: { type: Schema.Types.Mixed, default: {} },
    kind: { type: String, enum: ['invoice', 'credit-note', 'debtor', 'unread'], required: true },
    status: { type: String, enum: ITEM_STATUSES, required: true },
    number: optionalText(),
    debtorName: optionalText(),
    /** Why it was refused, as `{ code, message }`. */
    reason: { type: Schema.Types.Mixed, default: null },
    warnings: { type: [String], default: [] },
    /** `{ field, from, to }` of what would change. */
    changes: { type: [Schema.Types.Mixed], default: [] },
  })
    .index({ importId: 1, ordinal: 1 }, { unique: true })
    .index({ importId: 1, fileIndex: 1, status: 1, ordinal: 1 }),
);
export type ImportItemRow = Row<typeof importItems>;
