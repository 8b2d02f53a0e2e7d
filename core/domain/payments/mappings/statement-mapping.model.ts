import { Schema } from 'mongoose';
import { defineTable, type Row } from '../../../store/index.ts';

/**
 * How a person read a table of bookings: which column holds what, and of which account it is. A table
 * with the same headers is read the same way, until somebody has it forgotten.
 */
export const statementMappings = defineTable(
  'statement-mappings',
  'administration',
  new Schema({
    /** The account of tables that name none; empty when a column does. */
    account: { type: String, default: '' },
    /** The headers in one form, so that they can be found whatever their length. */
    headersKey: { type: String, required: true },
    headers: { type: [String], required: true },
    /** The header of its column by field; an empty one says that no column holds it. */
    columns: { type: Schema.Types.Mixed, required: true },
    styles: { type: Schema.Types.Mixed, default: {} },
    rememberedAt: { type: Date, required: true },
    rememberedBy: { type: String, required: true },
  })
    .index({ administrationId: 1, headersKey: 1, account: 1 }, { unique: true })
    .index({ administrationId: 1, rememberedAt: -1, _id: -1 }),
);
export type StatementMapping = Row<typeof statementMappings>;
