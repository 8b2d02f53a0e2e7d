import { Schema } from 'mongoose';
import { defineTable } from '../../../store/index.ts';

/** How often somebody tried to sign in lately. The key is a sha256: no address is kept. */
export const signInAttempts = defineTable(
  'sign-in-attempts',
  'installation',
  new Schema({
    key: { type: String, required: true },
    count: { type: Number, required: true },
    resetsAt: { type: Date, required: true },
  })
    .index({ key: 1 }, { unique: true })
    .index({ resetsAt: 1 }),
);
