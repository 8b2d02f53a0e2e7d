import { defineAction, message, Type } from '@inning/sdk';

const RESET = Type.Literal('reset', {
  titles: {
    nl: 'opnieuw beginnen',
    en: 'start over',
    de: 'von vorn beginnen',
    fr: 'recommencer',
  },
});
const CONTINUE = Type.Literal('continue', {
  titles: {
    nl: 'verder na de laatste brief',
    en: 'continue after the last letter',
    de: 'nach dem letzten Brief weiter',
    fr: 'continuer après la dernière lettre',
  },
});

/** Hands the debtor over to another flow: from its beginning, or behind the last letter (FLOW-10). */
export const switchFlowAction = defineAction({
  id: 'routing.switch-flow',
  version: 1,
  title: { nl: 'Andere flow', en: 'Switch flow', de: 'Ablauf wechseln', fr: 'Changer de flux' },
  description: {
    nl: 'Gaat verder met een andere flow: opnieuw of na de laatst verstuurde brief.',
    en: 'Goes on with another flow: from the start or after the last letter that was sent.',
    de: 'Geht mit einem anderen Ablauf weiter: von vorn oder nach dem letzten Brief.',
    fr: 'Continue avec un autre flux : au début ou après la dernière lettre envoyée.',
  },
  icon: 'shuffle',
  isEnd: true,
  config: Type.Object(
    {
      flow: Type.String({
        title: 'Flow',
        titles: { nl: 'Flow', en: 'Flow', de: 'Ablauf', fr: 'Flux' },
        pattern: '^[a-z0-9-]+$',
        maxLength: 80,
        editor: 'flow-picker',
      }),
      mode: Type.Union([RESET, CONTINUE], {
        title: 'Start over, or continue after the last letter',
        titles: {
          nl: 'Opnieuw beginnen, of verder na de laatste brief',
          en: 'Start over, or continue after the last letter',
          de: 'Neu beginnen oder nach dem letzten Brief weiter',
          fr: 'Recommencer, ou continuer après la dernière lettre',
        },
        default: 'continue',
      }),
    },
    { additionalProperties: false },
  ),
  outcomes: { switched: { nl: 'Gewisseld', en: 'Switched', de: 'Gewechselt', fr: 'Changé' } },
  ports: ['flow'],
  summary: { en: '{flow}: {mode}', fr: '{flow} : {mode}' },

  async run({ config: { flow, mode }, ports }) {
    await ports.flow.switchTo(flow, mode);
    return { outcome: 'switched', because: message(`routing.switched-${mode}`, { flow }) };
  },
});
