import { defineGroup, Type } from '@inning/sdk';

const MemberSchema = Type.Object(
  {
    type: Type.String({
      title: 'Action',
      titles: { nl: 'Actie', en: 'Action', de: 'Aktion', fr: 'Action' },
      pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$',
    }),
    version: Type.Integer({ minimum: 1, default: 1 }),
    config: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: false },
);

/** Executes several actions in one step (FLOW-06); one that fails does not undo the others. */
export const runTogetherGroup = defineGroup({
  id: 'routing.run-together',
  version: 1,
  title: {
    nl: 'Meer acties tegelijk',
    en: 'Several actions at once',
    de: 'Mehrere Aktionen zugleich',
    fr: 'Plusieurs actions à la fois',
  },
  description: {
    nl: 'Voert meer acties in één stap uit.',
    en: 'Executes several actions in one step.',
    de: 'Führt mehrere Aktionen in einem Schritt aus.',
    fr: 'Exécute plusieurs actions en une étape.',
  },
  icon: 'layers',
  config: Type.Object(
    {
      actions: Type.Array(MemberSchema, {
        title: 'Actions',
        titles: { nl: 'Acties', en: 'Actions', de: 'Aktionen', fr: 'Actions' },
        minItems: 1,
        maxItems: 10,
        editor: 'actions',
      }),
    },
    { additionalProperties: false },
  ),
  outcomes: {
    done: { nl: 'Klaar', en: 'Done', de: 'Fertig', fr: 'Terminé' },
    'partly-failed': {
      nl: 'Deels mislukt',
      en: 'Partly failed',
      de: 'Teilweise fehlgeschlagen',
      fr: 'Échec partiel',
    },
  },
  summary: { en: '{actions}' },
  actions: ({ actions }) => actions,
});
