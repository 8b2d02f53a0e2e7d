import { type Static, Type } from 'typebox';
import { ContactHoursSchema } from './settings/contact-hours.ts';

const Id = Type.String({ minLength: 1, maxLength: 80, pattern: '^[a-z0-9][a-z0-9-]*$' });
export const MOST_NODES = 2_000;
export const MOST_EDGES = 8_000;

const Text = (maxLength: number) => Type.String({ maxLength });

export const LocalizedTextSchema = Type.Object(
  {
    en: Text(500),
    nl: Type.Optional(Text(500)),
    de: Type.Optional(Text(500)),
    fr: Type.Optional(Text(500)),
  },
  { additionalProperties: false },
);

/** One step on the canvas. `config` is checked by the node type's own schema. */
export const FlowNodeSchema = Type.Object(
  {
    type: Type.String({ pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$', maxLength: 120 }),
    version: Type.Integer({ minimum: 1 }),
    config: Type.Record(Type.String(), Type.Unknown()),
    label: Type.Optional(LocalizedTextSchema),
    note: Type.Optional(Text(2000)),
    /** Which letter of the series this is: where "continue after the last letter" looks (FLOW-10). */
    stage: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    position: Type.Optional(
      Type.Object({ x: Type.Number(), y: Type.Number() }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type FlowNode = Static<typeof FlowNodeSchema>;

export const FlowEdgeSchema = Type.Object(
  { from: Id, outcome: Type.String({ minLength: 1, maxLength: 80 }), to: Id },
  { additionalProperties: false },
);
export type FlowEdge = Static<typeof FlowEdgeSchema>;

export const FlowSettingsSchema = Type.Object(
  {
    thresholdCents: Type.Integer({
      minimum: 0,
      default: 0,
      title: 'Below this amount no reminder is sent',
      titles: {
        nl: 'Onder dit bedrag gaat er geen herinnering uit',
        en: 'Below this amount no reminder is sent',
        de: 'Unter diesem Betrag geht keine Mahnung hinaus',
        fr: 'Sous ce montant, aucun rappel n’est envoyé',
      },
      editor: 'money',
    }),
    sendAt: Type.String({
      pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
      default: '09:00',
      title: 'Time of day at which steps run (local time)',
      titles: {
        nl: 'Tijdstip waarop stappen lopen',
        en: 'Time of day at which steps run (local time)',
        de: 'Uhrzeit, zu der Schritte laufen',
        fr: 'Heure à laquelle les étapes tournent',
      },
      editor: 'time-of-day',
    }),
    contactHours: Type.Optional(
      Type.Union([ContactHoursSchema, Type.Null()], {
        default: null,
        title: 'Hours in which a debtor is contacted, within the law',
        titles: {
          nl: 'Uren waarop een debiteur bericht krijgt, binnen de wet',
          en: 'Hours in which a debtor is contacted, within the law',
          de: 'Zeiten, zu denen ein Schuldner kontaktiert wird, im Rahmen des Gesetzes',
          fr: 'Heures de contact avec un débiteur, dans le cadre de la loi',
        },
        editor: 'contact-hours',
      }),
    ),
    missedRun: Type.Union([Type.Literal('send-once'), Type.Literal('skip'), Type.Literal('hold')], {
      default: 'send-once',
      title: 'A step whose day has passed unseen',
      titles: {
        nl: 'Een stap waarvan de dag ongezien voorbijging',
        en: 'A step whose day has passed unseen',
        de: 'Ein Schritt, dessen Tag unbemerkt verging',
        fr: 'Une étape dont le jour est passé inaperçu',
      },
    }),
    bankFreshnessDays: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      default: null,
      title: 'No reminder when the bank data is older than this number of days',
      titles: {
        nl: 'Geen herinnering als de bankgegevens ouder zijn dan zoveel dagen',
        en: 'No reminder when the bank data is older than this number of days',
        de: 'Keine Mahnung, wenn die Bankdaten älter sind als so viele Tage',
        fr: 'Pas de rappel si les données bancaires ont plus de jours que',
      },
      editor: 'days',
    }),
    maxContacts: Type.Object(
      // Letters are remembered for two months; a longer period could not be kept.
      {
        count: Type.Integer({
          minimum: 1,
          titles: { nl: 'Aantal', en: 'Number', de: 'Anzahl', fr: 'Nombre' },
        }),
        days: Type.Integer({
          minimum: 1,
          maximum: 60,
          titles: { nl: 'Binnen', en: 'Within', de: 'Innerhalb von', fr: 'En' },
          editor: 'days',
        }),
      },
      {
        additionalProperties: false,
        default: { count: 3, days: 7 },
        title: 'At most so many contacts',
        titles: {
          nl: 'Hoogstens zoveel contacten',
          en: 'At most so many contacts',
          de: 'Höchstens so viele Kontakte',
          fr: 'Au plus tant de contacts',
        },
      },
    ),
    maxSteps: Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 200,
      titles: {
        nl: 'Hoogstens zoveel stappen',
        en: 'At most so many steps',
        de: 'Höchstens so viele Schritte',
        fr: 'Au plus tant d’étapes',
      },
    }),
  },
  { additionalProperties: false },
);
export type FlowSettings = Static<typeof FlowSettingsSchema>;

const Place = Type.Object({ x: Type.Number(), y: Type.Number() }, { additionalProperties: false });

/** A remark on the canvas for colleagues; it means nothing to a running case. */
export const FlowNoteSchema = Type.Object(
  { text: Text(2000), position: Place },
  { additionalProperties: false },
);
export type FlowNote = Static<typeof FlowNoteSchema>;
export const MOST_NOTES = 500;

export const FlowGoalSchema = Type.Union([
  Type.Literal('paid'),
  Type.Literal('written-off'),
  Type.Literal('handed-over'),
  Type.Literal('flow-switched'),
]);

/** A flow as it is drawn, stored and executed. Plain JSON; `schema` numbers its shape. */
export const FlowDocumentSchema = Type.Object(
  {
    schema: Type.Literal(1),
    name: LocalizedTextSchema,
    description: Type.Optional(LocalizedTextSchema),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    /** What one instance walks with. */
    subject: Type.Union([
      Type.Literal('debtor'),
      Type.Literal('invoice'),
      Type.Literal('instalment'),
      Type.Literal('case'),
    ]),
    nodes: Type.Record(Id, FlowNodeSchema, {
      maxProperties: MOST_NODES,
      additionalProperties: false,
    }),
    edges: Type.Array(FlowEdgeSchema, { maxItems: MOST_EDGES }),
    notes: Type.Optional(
      Type.Record(Id, FlowNoteSchema, { maxProperties: MOST_NOTES, additionalProperties: false }),
    ),
    /** What ends an instance from anywhere. */
    goals: Type.Array(FlowGoalSchema, { uniqueItems: true }),
    settings: FlowSettingsSchema,
  },
  { additionalProperties: false },
);
export type FlowDocument = Static<typeof FlowDocumentSchema>;

/** The node an outcome leads to, or null when the instance ends there. */
export function nextNode(flow: FlowDocument, from: string, outcome: string): string | null {
  return flow.edges.find((edge) => edge.from === from && edge.outcome === outcome)?.to ?? null;
}
