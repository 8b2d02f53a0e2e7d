import { definePlugin } from '@inning/sdk';
import { createSmtpMail } from './smtp-mail.port.ts';
import { SmtpSettings } from './smtp-settings.ts';

/** Sends e-mail through a mail server, over SMTP. */
export const mailSmtpPlugin = definePlugin({
  id: 'mail-smtp',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'E-mail via SMTP',
    en: 'E-mail over SMTP',
    de: 'E-Mail über SMTP',
    fr: 'E-mail par SMTP',
  },
  description: {
    nl: 'Verstuurt e-mail via een mailserver, ondertekend met DKIM als dat is ingesteld.',
    en: 'Sends e-mail through a mail server, signed with DKIM when that is set up.',
    de: 'Versendet E-Mails über einen Mailserver, auf Wunsch mit DKIM signiert.',
    fr: 'Envoie les e-mails par un serveur de messagerie, signés avec DKIM si configuré.',
  },
  settings: SmtpSettings,
  setup(host) {
    host.ports.provide('mail', (settings) => createSmtpMail(settings));
  },
});
