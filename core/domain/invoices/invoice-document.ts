import { Schema } from 'mongoose';
import type { Id } from '../../store/index.ts';

/** A file that belongs to an invoice; its bytes are in the files room. */
export const invoiceDocument = new Schema({
  fileId: { type: Schema.Types.ObjectId, required: true },
  name: { type: String, required: true },
  mediaType: { type: String, required: true },
  sizeBytes: { type: Number, required: true },
  sha256: { type: String, required: true },
  kind: { type: String, enum: ['invoice', 'attachment', 'source'], default: 'invoice' },
});

export type InvoiceDocument = {
  readonly _id: Id;
  readonly fileId: Id;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly kind: 'invoice' | 'attachment' | 'source';
};
