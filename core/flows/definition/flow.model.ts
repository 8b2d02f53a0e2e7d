import { Schema } from 'mongoose';
import { defineTable, optionalInstant, optionalText, type Row } from '../../store/index.ts';

/** A flow of an agency. Its draft is edited; what runs are its published versions. */
export const flows = defineTable(
  'flows',
  'agency',
  new Schema(
    {
      /** Stable name within the agency, such as `neutral`. */
      slug: { type: String, required: true, match: /^[a-z0-9-]+$/ },
      /** Null is a general flow; else it belongs to one creditor. */
      creditorId: { type: Schema.Types.ObjectId, default: null },
      draft: { type: Schema.Types.Mixed, required: true },
      draftRevision: { type: Number, default: 1 },
      /** Who saved the draft last, and when. */
      draftBy: optionalText(),
      draftAt: optionalInstant(),
      /** Newest published version; 0 while there is none. */
      publishedVersion: { type: Number, default: 0 },
      archivedAt: optionalInstant(),
    },
    { timestamps: true },
  ).index({ agencyId: 1, creditorId: 1, slug: 1 }, { unique: true }),
  { mayBeShared: true },
);
export type Flow = Row<typeof flows>;

/** A published version: never changed, since running instances are pinned to it. */
export const flowVersions = defineTable(
  'flow-versions',
  'agency',
  new Schema({
    flowId: { type: Schema.Types.ObjectId, required: true },
    version: { type: Number, required: true },
    document: { type: Schema.Types.Mixed, required: true },
    /** sha256 of the document as canonical JSON. */
    fingerprint: { type: String, required: true },
    publishedAt: { type: Date, required: true },
    publishedBy: { type: String, required: true },
    note: optionalText(),
    /** Set when its cases are finished and nobody is moved to it any more. */
    drainingSince: optionalInstant(),
  }).index({ flowId: 1, version: 1 }, { unique: true }),
);
export type FlowVersion = Row<typeof flowVersions>;
