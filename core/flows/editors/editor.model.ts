import { Schema } from 'mongoose';
import { defineTable, optionalInstant, reference, type Row } from '../../store/index.ts';

const KEPT_SECONDS = 3_600;

/** A window in which somebody has a draft open to draw in. In real time, whatever day the books have. */
export const flowEditors = defineTable(
  'flow-editors',
  'agency',
  new Schema({
    flowId: reference('flows'),
    /** Made up by the window itself: one person may have several open. */
    windowId: { type: String, required: true },
    userId: { type: String, required: true },
    name: { type: String, required: true },
    seenAt: { type: Date, required: true },
    changedAt: optionalInstant(),
  })
    .index({ flowId: 1, windowId: 1 }, { unique: true })
    .index({ seenAt: 1 }, { expireAfterSeconds: KEPT_SECONDS }),
);
export type FlowEditor = Row<typeof flowEditors>;
