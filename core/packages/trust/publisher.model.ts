import { Schema } from 'mongoose';
import { defineTable, optionalText, type Row } from '../../store/index.ts';

const key = new Schema(
  {
    /** The fingerprint of the key. */
    keyId: { type: String, required: true, match: /^[0-9a-f]{64}$/ },
    /** 32 bytes as base64. */
    publicKey: { type: String, required: true },
    /** The key that said that this one is of the same publisher. */
    followsKeyId: optionalText(),
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
  },
  { _id: false },
);

/** Somebody whose packages may be installed here, because the operator said so. */
export const publishers = defineTable(
  'publishers',
  'installation',
  new Schema({
    name: { type: String, required: true, trim: true, maxlength: 200 },
    keys: { type: [key], default: [] },
    addedAt: { type: Date, required: true },
  })
    .index({ name: 1 }, { unique: true })
    .index({ 'keys.keyId': 1 }, { unique: true }),
);
export type Publisher = Row<typeof publishers>;
