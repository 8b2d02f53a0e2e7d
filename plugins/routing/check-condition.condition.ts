import { defineCondition, message, Type } from '@inning/sdk';

/** Goes one of two ways by a condition over the claim, such as `claim.openCents > 100000`. */
export const checkConditionNode = defineCondition({
  id: 'routing.check-condition',
  version: 1,
  title: { nl: 'Voorwaarde', en: 'Condition', de: 'Bedingung', fr: 'Condition' },
  description: {
    nl: 'Kiest ja of nee op grond van de vordering.',
    en: 'Chooses yes or no by the claim.',
    de: 'Wählt ja oder nein anhand der Forderung.',
    fr: 'Choisit oui ou non selon la créance.',
  },
  icon: 'split',
  config: Type.Object(
    {
      condition: Type.String({
        title: 'Condition',
        titles: { nl: 'Voorwaarde', en: 'Condition', de: 'Bedingung', fr: 'Condition' },
        descriptions: {
          nl: 'Bijvoorbeeld: claim.openCents > 100000 (in centen)',
          en: 'For example: claim.openCents > 100000 (in cents)',
          de: 'Zum Beispiel: claim.openCents > 100000 (in Cent)',
          fr: 'Par exemple : claim.openCents > 100000 (en centimes)',
        },
        editor: 'expression',
        minLength: 1,
        maxLength: 2_000,
      }),
    },
    { additionalProperties: false },
  ),
  outcomes: {
    yes: { nl: 'Ja', en: 'Yes', de: 'Ja', fr: 'Oui' },
    no: { nl: 'Nee', en: 'No', de: 'Nein', fr: 'Non' },
  },
  meaning: [{ does: 'test-claim', field: 'condition', by: ['yes'] }],
  summary: { en: '{condition}' },

  decide({ config: { condition }, evaluate }) {
    const outcome = evaluate(condition) ? 'yes' : 'no';
    return { outcome, because: message(`routing.condition-${outcome}`, { condition }) };
  },
});
