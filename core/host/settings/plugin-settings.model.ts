import { Schema } from 'mongoose';
import { defineTable, optionalReference } from '../../store/index.ts';

const level = {
  pluginId: { type: String, required: true },
  /** Null follows the level above. */
  enabled: { type: Boolean, default: null },
  /** Only what differs from the level above; secrets are encrypted in here. */
  settings: { type: Schema.Types.Mixed, default: () => ({}) },
  /** Another one at every change; two changes may fall in the same millisecond. */
  revision: { type: Schema.Types.ObjectId, required: true },
  updatedAt: { type: Date, required: true },
  updatedBy: { type: String, required: true },
};

/** A plugin within an agency, or within one administration of it. */
export const pluginSettings = defineTable(
  'plugin-settings',
  'agency',
  new Schema({ ...level, administrationId: optionalReference('administrations') })
    .index({ agencyId: 1, administrationId: 1, pluginId: 1 }, { unique: true })
    .index({ updatedAt: 1 }),
);
/** A plugin for the whole installation; what agencies and administrations start from. */
export const installationPlugins = defineTable(
  'installation-plugins',
  'installation',
  new Schema(level).index({ pluginId: 1 }, { unique: true }).index({ updatedAt: 1 }),
);
