import { Schema } from 'mongoose';
import { defineTable } from '../../store/index.ts';

/** Which worker passes events on at this moment: one at a time, so that their order is kept. */
export const dispatchLeases = defineTable(
  'dispatch-leases',
  'installation',
  new Schema({
    name: { type: String, required: true },
    holder: { type: String, required: true },
    until: { type: Date, required: true },
  }).index({ name: 1 }, { unique: true }),
);
