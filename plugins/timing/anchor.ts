import { Type, type Static } from '@inning/sdk';

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

/** A day to count from. `step` counts from a named step; the others from the claim or the instance. */
export const AnchorSchema = Type.Union([
  Type.Object(
    {
      from: Type.Union([
        Type.Literal('invoice-date'),
        Type.Literal('due-date'),
        Type.Literal('expected-payment'),
        Type.Literal('promise-date'),
        Type.Literal('previous-step'),
        Type.Literal('flow-start'),
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
      }),
      days,
      unit,
    },
    { additionalProperties: false },
  ),
]);
export type Anchor = Static<typeof AnchorSchema>;
