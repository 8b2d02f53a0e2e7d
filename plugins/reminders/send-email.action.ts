import { defineAction, message, Type } from '@inning/sdk';

/** Sends a letter by e-mail about everything of the claim that is overdue. */
export const sendEmailAction = defineAction({
  id: 'reminders.send-email',
  version: 1,
  title: { nl: 'Stuur e-mail', en: 'Send e-mail', de: 'E-Mail senden', fr: 'Envoyer un e-mail' },
  description: {
    nl: 'Stuurt een brief per e-mail over alles wat vervallen is.',
    en: 'Sends a letter by e-mail about everything that is overdue.',
    de: 'Sendet einen Brief per E-Mail über alles, was überfällig ist.',
    fr: 'Envoie une lettre par e-mail sur tout ce qui est échu.',
  },
  icon: 'mail',
  contacts: 'mail',
  config: Type.Object(
    {
      template: Type.String({
        title: 'Template',
        titles: { nl: 'Sjabloon', en: 'Template', de: 'Vorlage', fr: 'Modèle' },
        editor: 'template-picker',
        minLength: 1,
      }),
      minimumCents: Type.Optional(
        Type.Integer({
          title: 'Skip below',
          titles: {
            nl: 'Overslaan onder',
            en: 'Skip below',
            de: 'Überspringen unter',
            fr: 'Sauter en dessous de',
          },
          editor: 'money',
          minimum: 0,
          default: 0,
        }),
      ),
    },
    { additionalProperties: false },
  ),
  outcomes: {
    sent: { nl: 'Verstuurd', en: 'Sent', de: 'Gesendet', fr: 'Envoyé' },
    skipped: { nl: 'Overgeslagen', en: 'Skipped', de: 'Übersprungen', fr: 'Sauté' },
    unreachable: {
      nl: 'Geen e-mailadres',
      en: 'No e-mail address',
      de: 'Keine E-Mail-Adresse',
      fr: 'Pas d’adresse e-mail',
    },
    failed: { nl: 'Mislukt', en: 'Failed', de: 'Fehlgeschlagen', fr: 'Échoué' },
  },
  skippedOutcome: 'skipped',
  meaning: [{ does: 'send-letter', field: 'template', by: ['sent'] }],
  ports: ['mail'],
  summary: {
    nl: '{template}[, vanaf {minimumCents}]',
    en: '{template}[, from {minimumCents}]',
    de: '{template}[, ab {minimumCents}]',
    fr: '{template}[, à partir de {minimumCents}]',
  },

  async run({ config: { template, minimumCents = 0 }, claim, ports }) {
    const { overdueCents } = claim;
    if (overdueCents < minimumCents) {
      const because = message('reminders.too-small', { overdueCents, minimumCents });
      return { outcome: 'skipped', because };
    }
    const { email, language } = claim.debtor;
    if (email === null) return { outcome: 'unreachable', because: message('reminders.no-address') };

    const answer = await ports.mail.send({ template, to: email, language });
    if ('refused' in answer) return { outcome: 'failed', because: answer.refused };
    const { invoiceCount } = claim;
    const because = message('reminders.sent', { template, overdueCents, invoiceCount });
    return { outcome: 'sent', because };
  },
});
