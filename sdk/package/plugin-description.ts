import { type Static, Type } from 'typebox';

const Words = Type.Record(Type.String(), Type.String({ maxLength: 2_000 }));
const JsonSchema = Type.Record(Type.String(), Type.Unknown());

const MeaningSchema = Type.Object({
  does: Type.String({ maxLength: 60 }),
  when: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  ),
  by: Type.Optional(Type.Array(Type.String({ maxLength: 80 }))),
  field: Type.Optional(Type.String({ maxLength: 80 })),
});

export const DescribedNodeSchema = Type.Object({
  id: Type.String({ maxLength: 120 }),
  version: Type.Integer({ minimum: 1 }),
  kind: Type.Union([Type.Literal('action'), Type.Literal('condition'), Type.Literal('trigger')]),
  title: Words,
  description: Words,
  icon: Type.String({ maxLength: 60 }),
  config: JsonSchema,
  summary: Type.Optional(Words),
  outcomes: Type.Record(Type.String(), Words),
  isEnd: Type.Boolean(),
  contacts: Type.Union([Type.String(), Type.Null()]),
  /** What it does in the eyes of the law; left out: nothing. */
  meaning: Type.Optional(Type.Array(MeaningSchema, { maxItems: 20 })),
  ports: Type.Array(Type.String()),
  skippedOutcome: Type.Union([Type.String(), Type.Null()]),
  /** For triggers. */
  starts: Type.Union([Type.String(), Type.Null()]),
  /** From which versions a config can be brought to the next one. */
  migratesFrom: Type.Array(Type.Integer({ minimum: 1 })),
});

/** What a plugin says of itself, as data: everything the host must know without running its code. */
export const PluginDescriptionSchema = Type.Object({
  id: Type.String({ maxLength: 60 }),
  version: Type.String({ maxLength: 40 }),
  sdk: Type.String({ maxLength: 40 }),
  title: Words,
  description: Words,
  settings: JsonSchema,
  permissions: Type.Object({
    claim: Type.Array(Type.String()),
    hosts: Type.Array(Type.String()),
  }),
  credentials: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  nodes: Type.Array(DescribedNodeSchema),
  ports: Type.Array(Type.String()),
  /** Events it listens to, each as often as it has a listener for it. */
  listeners: Type.Array(Type.String()),
  texts: Type.Record(Type.String(), Words),
});
export type DescribedNode = Static<typeof DescribedNodeSchema>;
export type PluginDescription = Static<typeof PluginDescriptionSchema>;
