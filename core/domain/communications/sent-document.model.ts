import { Schema } from 'mongoose';
import { defineTable, type Row } from '../../store/index.ts';

/** A letter exactly as it left: subject, HTML and text, packed. `_id` is that of its communication. */
export const sentDocuments = defineTable(
  'sent-documents',
  'administration',
  new Schema({
    fingerprint: { type: String, required: true },
    /** Zstandard of the JSON of `{ subject, html, text }`. */
    packed: { type: Buffer, required: true },
  }),
);
export type SentDocument = Row<typeof sentDocuments>;
