import { defineAction, message, Type } from '@inning/sdk';

/** Ends the flow here. */
export const stopFlowAction = defineAction({
  id: 'routing.stop-flow',
  version: 1,
  title: { nl: 'Einde', en: 'End', de: 'Ende', fr: 'Fin' },
  description: {
    nl: 'De flow eindigt hier.',
    en: 'The flow ends here.',
    de: 'Der Ablauf endet hier.',
    fr: 'Le flux se termine ici.',
  },
  icon: 'square',
  isEnd: true,
  config: Type.Object(
    {
      reason: Type.Optional(
        Type.String({
          title: 'Reason',
          titles: { nl: 'Reden', en: 'Reason', de: 'Grund', fr: 'Raison' },
          maxLength: 200,
        }),
      ),
    },
    { additionalProperties: false },
  ),
  outcomes: { stopped: { nl: 'Gestopt', en: 'Stopped', de: 'Beendet', fr: 'Arrêté' } },
  ports: ['flow'],
  summary: { en: '{reason}' },

  async run({ config: { reason }, ports }) {
    const because = reason
      ? message('routing.stopped-because', { reason })
      : message('routing.stopped');
    await ports.flow.stop(because);
    return { outcome: 'stopped' };
  },
});
