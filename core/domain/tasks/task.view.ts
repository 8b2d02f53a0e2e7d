import { type Static, TASK_KINDS, Type } from '@inning/sdk';
import {
  DaySchema,
  IdSchema,
  idText,
  InstantSchema,
  messageView,
  OptionalIdSchema,
  optionalIdText,
  OptionalInstant,
  optionalInstantText,
  OptionalMessage,
  OptionalText,
} from '../routing/index.ts';
import type { ListedTask } from './list-tasks.ts';

export const TaskKindSchema = Type.Enum(TASK_KINDS);
export const TaskStateSchema = Type.Enum(['open', 'done', 'cancelled']);
const Title = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });
const Note = Type.Union([Type.String({ maxLength: 5_000 }), Type.Null()]);

export const TaskSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  kind: TaskKindSchema,
  title: Type.String(),
  note: OptionalText,
  because: OptionalMessage,
  debtorId: OptionalIdSchema,
  debtorName: OptionalText,
  invoiceId: OptionalIdSchema,
  instanceId: OptionalIdSchema,
  communicationId: OptionalIdSchema,
  isDebtorPaused: Type.Boolean(),
  isDisputed: Type.Boolean(),
  dueOn: DaySchema,
  assigneeId: OptionalIdSchema,
  isAutomatic: Type.Boolean(),
  createdAt: InstantSchema,
  createdBy: Type.String(),
  state: TaskStateSchema,
  doneAt: OptionalInstant,
  doneBy: OptionalText,
});
export type TaskView = Static<typeof TaskSchema>;

export const NewTaskSchema = Type.Object(
  {
    administrationId: IdSchema,
    kind: TaskKindSchema,
    title: Title,
    dueOn: DaySchema,
    note: Type.Optional(Note),
    debtorId: Type.Optional(OptionalIdSchema),
    assigneeId: Type.Optional(OptionalIdSchema),
  },
  { additionalProperties: false },
);
export const TaskChangeSchema = Type.Partial(
  Type.Object({ title: Title, note: Note, dueOn: DaySchema, assigneeId: OptionalIdSchema }),
  { additionalProperties: false, minProperties: 1 },
);

export const taskView = ({ task, ...beside }: ListedTask): TaskView => ({
  id: idText(task._id),
  administrationId: idText(task.administrationId),
  kind: task.kind,
  title: task.title,
  note: task.note ?? null,
  because: messageView(task.because),
  debtorId: optionalIdText(task.debtorId),
  debtorName: beside.debtorName,
  invoiceId: optionalIdText(task.invoiceId),
  instanceId: optionalIdText(task.instanceId),
  communicationId: optionalIdText(task.communicationId),
  isDebtorPaused: beside.isDebtorPaused,
  isDisputed: beside.isDisputed,
  dueOn: task.dueOn,
  assigneeId: optionalIdText(task.assigneeId),
  isAutomatic: task.isAutomatic,
  createdAt: task.createdAt.toISOString(),
  createdBy: task.createdBy,
  state: task.state,
  doneAt: optionalInstantText(task.doneAt),
  doneBy: task.doneBy ?? null,
});
