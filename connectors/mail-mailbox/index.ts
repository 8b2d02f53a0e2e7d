import { definePlugin, Type } from '@inning/sdk';
import { createMailbox } from './folder/mailbox.ts';
import { createMailboxPort } from './mailbox.port.ts';
import { mailboxRoutes } from './mailbox.routes.ts';

/** A mailbox for trying things out: mail is kept as files and read in the browser; nothing leaves. */
export const mailMailboxPlugin = definePlugin({
  id: 'mail-mailbox',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Proefpostbus',
    en: 'Trial mailbox',
    de: 'Testpostfach',
    fr: "Boîte aux lettres d'essai",
  },
  description: {
    nl: 'Bewaart elke e-mail als .eml-bestand om te bekijken. Er wordt niets verstuurd.',
    en: 'Keeps every e-mail as an .eml file to look at. Nothing is sent.',
    de: 'Bewahrt jede E-Mail als .eml-Datei zur Ansicht auf. Es wird nichts versendet.',
    fr: "Garde chaque e-mail en fichier .eml pour consultation. Rien n'est envoyé.",
  },
  settings: Type.Object({}),
  setup(host) {
    const mailbox = createMailbox(host.dataDir);
    host.ports.provide('mail', () => createMailboxPort(mailbox));
    host.routes(mailboxRoutes(mailbox));
  },
});
