import { TASK_KINDS } from '@inning/sdk';
import { Schema } from 'mongoose';
import {
  calendarDate,
  defineTable,
  optionalInstant,
  optionalReference,
  optionalText,
  type Row,
} from '../../store/index.ts';

/** Something a person must do; stands on the task list (actielijst). */
export const tasks = defineTable(
  'tasks',
  'administration',
  new Schema({
    /** Unique: an automatic task is made once, however often its cause is seen. */
    key: { type: String, required: true },
    kind: { type: String, enum: TASK_KINDS, required: true },
    title: { type: String, required: true, maxlength: 300 },
    note: optionalText(),
    /** A sentence with facts, shown in the reader's language; null for a task made by hand. */
    because: { type: Schema.Types.Mixed, default: null },
    debtorId: optionalReference('debtors'),
    invoiceId: optionalReference('invoices'),
    instanceId: optionalReference('instances'),
    communicationId: optionalReference('communications'),
    dueOn: calendarDate(),
    assigneeId: optionalReference('users'),
    isAutomatic: { type: Boolean, default: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    state: { type: String, enum: ['open', 'done', 'cancelled'], default: 'open' },
    doneAt: optionalInstant(),
    doneBy: optionalText(),
  })
    .index({ administrationId: 1, key: 1 }, { unique: true })
    .index({ agencyId: 1, state: 1, dueOn: 1 })
    .index({ administrationId: 1, state: 1, dueOn: 1 })
    .index({ debtorId: 1, state: 1 }),
);
export type Task = Row<typeof tasks>;
