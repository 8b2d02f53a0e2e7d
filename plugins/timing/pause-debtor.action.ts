import { addDays, defineAction, message, Type } from '@inning/sdk';

/** Lets a debtor rest for some days: nothing is sent until then, in any flow. */
export const pauseDebtorAction = defineAction({
  id: 'timing.pause-debtor',
  version: 1,
  title: { nl: 'Pauzeer', en: 'Pause', de: 'Pausieren', fr: 'Mettre en pause' },
  description: {
    nl: 'Pauzeert de debiteur een aantal dagen; daarna gaat de flow verder.',
    en: 'Pauses the debtor for some days; the flow goes on afterwards.',
    de: 'Pausiert den Schuldner einige Tage; danach geht der Ablauf weiter.',
    fr: 'Met le débiteur en pause quelques jours ; le flux reprend ensuite.',
  },
  icon: 'pause',
  config: Type.Object(
    {
      days: Type.Integer({
        title: 'Days',
        titles: { nl: 'Hoelang', en: 'How long', de: 'Wie lange', fr: 'Combien de temps' },
        minimum: 1,
        maximum: 365,
        default: 7,
        editor: 'days',
      }),
      reason: Type.String({
        title: 'Reason',
        titles: { nl: 'Reden', en: 'Reason', de: 'Grund', fr: 'Raison' },
        maxLength: 200,
        default: '',
      }),
    },
    { additionalProperties: false },
  ),
  outcomes: {
    paused: { nl: 'Gepauzeerd', en: 'Paused', de: 'Pausiert', fr: 'En pause' },
  },
  meaning: [{ does: 'rest', field: 'days' }],
  ports: ['debtor'],
  summary: {
    nl: '{days} dagen[: {reason}]',
    en: '{days} days[: {reason}]',
    de: '{days} Tage[: {reason}]',
    fr: '{days} jours[ : {reason}]',
  },

  async run({ config, today, ports }) {
    // The last day of the pause: with 1 day, nothing happens today and things go on tomorrow.
    const until = addDays(today, config.days - 1);
    await ports.debtor.pause(until, config.reason);
    return { outcome: 'paused', because: message('timing.paused', { untilOn: until }) };
  },
});
