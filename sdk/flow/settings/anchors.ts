import { type Static, Type } from 'typebox';

/** What a wait can count from, besides a step of the flow itself. */
export const ANCHORS = [
  'invoice-date',
  'due-date',
  'expected-payment',
  'promise-date',
  'previous-step',
  'flow-start',
] as const;

const days = Type.Integer({
  title: 'Days after the anchor',
  titles: { nl: 'Dagen daarna', en: 'Days after the anchor', de: 'Tage danach', fr: 'Jours après' },
  minimum: -365,
  maximum: 3650,
  default: 0,
});
const unit = Type.Optional(
  Type.Union([Type.Literal('days'), Type.Literal('working-days')], {
    title: 'Civil days or working days',
    titles: {
      nl: 'Kalenderdagen of werkdagen',
      en: 'Civil days or working days',
      de: 'Kalendertage oder Werktage',
      fr: 'Jours calendaires ou ouvrés',
    },
    default: 'days',
  }),
);
const [invoiceDate, dueDate, expectedPayment, promiseDate, previousStep, flowStart] = ANCHORS;

/** A day to count from. `step` counts from a named step; the others from the claim or the instance. */
export const AnchorSchema = Type.Union([
  Type.Object(
    {
      from: Type.Union([
        Type.Literal(invoiceDate),
        Type.Literal(dueDate),
        Type.Literal(expectedPayment),
        Type.Literal(promiseDate),
        Type.Literal(previousStep),
        Type.Literal(flowStart),
      ]),
      days,
      unit,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      from: Type.Literal('step'),
      step: Type.String({
        minLength: 1,
        titles: { nl: 'Blok', en: 'Step', de: 'Schritt', fr: 'Étape' },
        editor: 'step-picker',
      }),
      days,
      unit,
    },
    { additionalProperties: false },
  ),
]);
export type Anchor = Static<typeof AnchorSchema>;

/** The days of a wait, in a field with `editor: 'anchors'`. */
export const AnchorsSchema = Type.Array(AnchorSchema, {
  title: 'Days',
  titles: { nl: 'Dagen', en: 'Days', de: 'Tage', fr: 'Jours' },
  minItems: 1,
  maxItems: 8,
  editor: 'anchors',
});

/** Which of several days counts. */
export const PickSchema = Type.Union(
  [
    Type.Literal('latest', {
      titles: { nl: 'de laatste', en: 'the latest', de: 'der späteste', fr: 'le dernier' },
    }),
    Type.Literal('earliest', {
      titles: { nl: 'de eerste', en: 'the earliest', de: 'der früheste', fr: 'le premier' },
    }),
  ],
  {
    title: 'Which of the days counts',
    titles: {
      nl: 'Welke dag telt',
      en: 'Which of the days counts',
      de: 'Welcher Tag zählt',
      fr: 'Quel jour compte',
    },
    default: 'latest',
  },
);
export type AnchorPick = Static<typeof PickSchema>;
