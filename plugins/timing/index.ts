import { definePlugin, Type } from '@inning/sdk';
import { pauseDebtorAction } from './pause-debtor.action.ts';
import { timingTexts } from './texts.ts';
import { waitUntilWait } from './wait-until.wait.ts';

/** Waiting for a day that follows from the claim, and pausing. */
export const timingPlugin = definePlugin({
  id: 'timing',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'Tijd', en: 'Timing', de: 'Zeit', fr: 'Temps' },
  description: {
    nl: 'Wachten tot een dag die uit de vordering volgt, en pauzeren.',
    en: 'Waiting for a day that follows from the claim, and pausing.',
    de: 'Warten bis zu einem Tag, der aus der Forderung folgt, und pausieren.',
    fr: 'Attendre un jour qui découle de la créance, et mettre en pause.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.waits.add(waitUntilWait);
    host.actions.add(pauseDebtorAction);
    host.texts.add(timingTexts);
  },
});
