import { Type } from '@inning/sdk';
import { MessageOrNull } from './flow-schemas.ts';

const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const DayOrNull = Type.Union([Type.String({ format: 'date' }), Type.Null()]);

export const ExampleSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  description: Type.String(),
  kind: Type.String(),
  openCents: Type.Integer(),
  payments: Type.Array(Type.Object({ day: Type.Integer(), amountCents: Type.Integer() })),
});

const LineSchema = Type.Object({
  on: Type.String({ format: 'date' }),
  at: Type.String({ format: 'date-time' }),
  flow: Type.String(),
  nodeId: Type.String(),
  nodeLabel: Type.String(),
  event: Type.String(),
  type: Type.String(),
  outcome: TextOrNull,
  because: MessageOrNull,
  openCents: Type.Integer(),
  overdueCents: Type.Integer(),
  values: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
    { description: 'What a condition looked at' },
  ),
  letterId: TextOrNull,
});

export const LetterPreviewSchema = Type.Object({
  id: Type.String(),
  nodeId: Type.String(),
  on: Type.String({ format: 'date' }),
  channel: Type.String(),
  to: Type.String(),
  template: Type.String(),
  subject: TextOrNull,
  problem: Type.Union([Type.Object({ code: Type.String(), message: Type.String() }), Type.Null()], {
    description: 'Why the letter cannot be made',
  }),
});

export const MadeLetterSchema = Type.Object({
  ...LetterPreviewSchema.properties,
  html: Type.String(),
  text: Type.String(),
});

/** What happens in the days of a simulation. */
export const RunSchema = Type.Object({
  lines: Type.Array(LineSchema),
  letters: Type.Array(LetterPreviewSchema),
  standings: Type.Array(
    Type.Object({
      nodeId: Type.String(),
      nodeLabel: Type.String(),
      state: Type.String(),
      endedAs: TextOrNull,
      plannedOn: DayOrNull,
      waiting: MessageOrNull,
    }),
    { description: 'Where everything stands after the last day' },
  ),
});
