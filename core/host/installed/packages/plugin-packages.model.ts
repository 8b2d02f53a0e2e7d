import { Schema } from 'mongoose';
import { defineTable, optionalText, type Row } from '../../../store/index.ts';

/**
 * A package as its publisher made it. Never changed: whatever an agency runs is one of these, byte for
 * byte. Rows that no agency uses any more are taken away.
 */
export const pluginPackages = defineTable(
  'plugin-packages',
  'installation',
  new Schema({
    pluginId: { type: String, required: true },
    version: { type: String, required: true },
    bytes: { type: Buffer, required: true },
    /** Of all the bytes. */
    sha256: { type: String, required: true },
    /** As JSON: names of fields in a manifest are of others, and may hold dots. */
    manifest: { type: String, required: true },
    /** Names its content, whoever signed it. */
    manifestSha256: { type: String, required: true },
    /** Null for an unsigned package, where those are allowed. */
    publisherKeyId: optionalText(),
    publisherId: optionalText(),
    publisherName: optionalText(),
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
  }).index({ pluginId: 1, version: 1 }, { unique: true }),
);
export type PluginPackageRow = Row<typeof pluginPackages>;
