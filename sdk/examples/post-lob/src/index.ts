import { definePlugin, Type } from '@inning/sdk';
import { createLobPost } from './lob-post.port.ts';

export const LobSettings = Type.Object(
  {
    useType: Type.Union([Type.Literal('operational'), Type.Literal('marketing')], {
      title: 'What the letters are for',
      default: 'operational',
    }),
  },
  { additionalProperties: false },
);

/** Prints and posts letters through Lob. */
export const plugin = definePlugin({
  id: 'post-lob',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Post via Lob',
    en: 'Post through Lob',
    de: 'Post über Lob',
    fr: 'Courrier par Lob',
  },
  description: {
    nl: 'Print en verstuurt brieven via Lob.',
    en: 'Prints and posts letters through Lob.',
    de: 'Druckt und versendet Briefe über Lob.',
    fr: 'Imprime et poste des lettres par Lob.',
  },
  settings: LobSettings,
  permissions: { hosts: ['api.lob.com'] },
  credentials: {
    key: {
      kind: 'basic',
      title: {
        nl: 'Sleutel van Lob (als gebruikersnaam)',
        en: 'Key of Lob (as the user name)',
        de: 'Schlüssel von Lob (als Benutzername)',
        fr: 'Clé de Lob (comme nom d’utilisateur)',
      },
      hosts: ['api.lob.com'],
    },
  },
  setup(host) {
    host.ports.provide('post', ({ useType }, _scope, tools) => createLobPost(tools.http, useType));
  },
});
