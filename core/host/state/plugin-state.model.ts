import { Schema } from 'mongoose';
import { defineTable } from '../../store/index.ts';

/** What plugins remember, each for itself and per agency; not encrypted, and not for secrets. */
export const pluginStates = defineTable(
  'plugin-states',
  'agency',
  new Schema({
    pluginId: { type: String, required: true },
    key: { type: String, required: true },
    /** An empty text is a value as well. */
    value: { type: String, default: '' },
    updatedAt: { type: Date, required: true },
  }).index({ agencyId: 1, pluginId: 1, key: 1 }, { unique: true }),
);
