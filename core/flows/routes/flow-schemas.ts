import { LocalizedTextSchema, type Message, Type } from '@inning/sdk';
import { IdSchema, OptionalIdSchema } from '../../domain/routing/index.ts';

/** A sentence as code and facts; `/api/texts` holds the words. */
export const MessageSchema = Type.Object({
  code: Type.String(),
  params: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
  ),
});
export const MessageOrNull = Type.Union([MessageSchema, Type.Null()]);

const DayOrNull = Type.Union([Type.String({ format: 'date' }), Type.Null()]);
export const InstantOrNull = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

export const FlowSchema = Type.Object({
  id: IdSchema,
  slug: Type.String(),
  name: LocalizedTextSchema,
  description: Type.Union([LocalizedTextSchema, Type.Null()]),
  country: Type.String(),
  creditorId: OptionalIdSchema,
  publishedVersion: Type.Integer({ description: '0 while nothing is published' }),
  runningCount: Type.Integer(),
  debtorCount: Type.Integer({ description: 'Debtors it treats now' }),
  share: Type.Number({ description: 'Part of all debtors in a flow that this one treats, 0 to 1' }),
  chosenFor: Type.Object({
    administrations: Type.Integer({ description: 'By payment behaviour, in so many of them' }),
    debtors: Type.Integer({ description: 'Apart from the others' }),
  }),
});

export const FlowVersionSchema = Type.Object({
  flowId: IdSchema,
  version: Type.Integer(),
  fingerprint: Type.String(),
  publishedAt: Type.String({ format: 'date-time' }),
  publishedBy: Type.String(),
  note: TextOrNull,
  document: Type.Unknown(),
  running: Type.Record(Type.String(), Type.Integer(), { description: 'Instances at each node' }),
  summaries: Type.Record(Type.String(), Type.String(), {
    description: 'The settings of each step in one line',
  }),
});

export const InstanceSchema = Type.Object({
  id: IdSchema,
  flowId: IdSchema,
  flowName: Type.String(),
  flowVersion: Type.Integer(),
  administrationId: IdSchema,
  debtorId: IdSchema,
  debtorName: Type.String(),
  invoiceId: OptionalIdSchema,
  state: Type.String(),
  nodeId: Type.String(),
  nodeLabel: Type.String(),
  wakeAt: InstantOrNull,
  plannedOn: DayOrNull,
  deviation: Type.Union([
    Type.Object({ plannedOn: DayOrNull, on: Type.String(), by: Type.String() }),
    Type.Null(),
  ]),
  waiting: MessageOrNull,
  gate: TextOrNull,
  startedOn: Type.String({ format: 'date' }),
  endedAt: InstantOrNull,
  endedAs: TextOrNull,
});

export const StepSchema = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  nodeId: Type.String(),
  nodeLabel: Type.String(),
  type: Type.String(),
  outcome: TextOrNull,
  at: Type.String({ format: 'date-time' }),
  on: Type.String({ format: 'date' }),
  because: MessageOrNull,
  communicationId: OptionalIdSchema,
  by: TextOrNull,
  facts: Type.Union([Type.Record(Type.String(), Type.Number()), Type.Null()]),
});

const DatedStepSchema = Type.Object({
  nodeId: Type.String(),
  outcome: TextOrNull,
  on: Type.String({ format: 'date' }),
});

export const ProblemSchema = Type.Object({
  code: Type.String(),
  severity: Type.String(),
  nodeIds: Type.Array(Type.String()),
  message: MessageSchema,
  article: TextOrNull,
  path: Type.Union([Type.Array(Type.String()), Type.Null()]),
  example: Type.Union([Type.Array(DatedStepSchema), Type.Null()]),
  fix: MessageOrNull,
});

export const DraftSchema = Type.Object({
  document: Type.Unknown(),
  revision: Type.Integer({ description: 'Goes up with every save; give it back when saving' }),
  publishedVersion: Type.Integer(),
  savedBy: TextOrNull,
  savedAt: InstantOrNull,
  problems: Type.Optional(Type.Array(ProblemSchema)),
});

export const ChangeSchema = Type.Object({
  kind: Type.String(),
  nodeId: TextOrNull,
  path: TextOrNull,
  sentence: MessageSchema,
});

export const messageOf = (value: unknown): Message | null => (value ? (value as Message) : null);
