import type { MessageTexts } from '@inning/sdk';

export const remindersTexts: MessageTexts = {
  'reminders.sent': {
    nl: 'Verstuurd over {overdueCents}',
    en: 'Sent about {overdueCents}',
    de: 'Gesendet über {overdueCents}',
    fr: 'Envoyé pour {overdueCents}',
  },
  'reminders.no-address': {
    nl: 'De debiteur heeft geen e-mailadres',
    en: 'The debtor has no e-mail address',
    de: 'Der Schuldner hat keine E-Mail-Adresse',
    fr: 'Le débiteur n’a pas d’adresse e-mail',
  },
  'reminders.too-small': {
    nl: '{overdueCents} is minder dan {minimumCents}',
    en: '{overdueCents} is less than {minimumCents}',
    de: '{overdueCents} ist weniger als {minimumCents}',
    fr: '{overdueCents} est inférieur à {minimumCents}',
  },
};
