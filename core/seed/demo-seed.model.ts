import { Schema } from 'mongoose';
import { defineTable } from '../store/index.ts';

/** Who is filling this installation with a demo; gone when that is done. */
export const demoSeeds = defineTable(
  'demo-seeds',
  'installation',
  new Schema({
    _id: { type: String, required: true },
    agencyId: { type: Schema.Types.ObjectId, required: true },
    until: { type: Date, required: true },
  }),
);
