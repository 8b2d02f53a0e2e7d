import { definePlugin, Type } from '@inning/sdk';
import { runScriptAction } from './run-script.action.ts';
import { scriptingTexts } from './texts.ts';

/** A few lines of JavaScript of the agency as a step of a flow. */
export const scriptingPlugin = definePlugin({
  id: 'scripting',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'Scripts', en: 'Scripts', de: 'Skripte', fr: 'Scripts' },
  description: {
    nl: 'Een paar regels JavaScript als stap in een flow.',
    en: 'A few lines of JavaScript as a step of a flow.',
    de: 'Ein paar Zeilen JavaScript als Schritt eines Ablaufs.',
    fr: 'Quelques lignes de JavaScript comme étape d’un parcours.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.actions.add(runScriptAction);
    host.texts.add(scriptingTexts);
  },
});
