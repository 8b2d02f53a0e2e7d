import { Schema } from 'mongoose';
import { defineTable, reference, type Row } from '../../../store/index.ts';

/** One browser that is signed in. The token itself is only in that browser; here is its sha256. */
export const sessions = defineTable(
  'sessions',
  'installation',
  new Schema({
    tokenHash: { type: String, required: true },
    userId: reference('users'),
    startedAt: { type: Date, required: true },
    seenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  })
    .index({ tokenHash: 1 }, { unique: true })
    .index({ userId: 1 })
    .index({ expiresAt: 1 }),
);
export type Session = Row<typeof sessions>;
