import { definePlugin, Type } from '@inning/sdk';
import { sendEmailAction } from './send-email.action.ts';
import { remindersTexts } from './texts.ts';

/** Sends payment reminders by e-mail. */
export const remindersPlugin = definePlugin({
  id: 'reminders',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'Herinneringen', en: 'Reminders', de: 'Mahnungen', fr: 'Rappels' },
  description: {
    nl: 'Verstuurt herinneringen per e-mail.',
    en: 'Sends payment reminders by e-mail.',
    de: 'Versendet Mahnungen per E-Mail.',
    fr: 'Envoie des rappels par e-mail.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.actions.add(sendEmailAction);
    host.texts.add(remindersTexts);
  },
});
