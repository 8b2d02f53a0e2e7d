import { Schema } from 'mongoose';
import {
  defineTable,
  optionalInstant,
  optionalReference,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

/** What somebody says of a flow, or of one step of it. The drawing and what runs do not change by it. */
export const flowComments = defineTable(
  'flow-comments',
  'agency',
  new Schema({
    flowId: reference('flows'),
    /** Null: about the flow as a whole. A step that is gone keeps what was said of it. */
    nodeId: optionalText(),
    /** Whose remark it is. Null is the agency's own: creditors do not read along in its office. */
    creditorId: optionalReference('creditors'),
    text: { type: String, required: true, maxlength: 4_000 },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    resolvedAt: optionalInstant(),
    resolvedBy: optionalText(),
  }).index({ flowId: 1, at: 1 }),
);
export type FlowComment = Row<typeof flowComments>;
