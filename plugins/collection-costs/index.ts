import { definePlugin, Type } from '@inning/sdk';
import { setCostStateAction } from './set-cost-state.action.ts';
import { costTexts } from './texts.ts';

/** The two states of collection costs as a step of a flow (FLOW-13). */
export const collectionCostsPlugin = definePlugin({
  id: 'collection-costs',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Incassokosten',
    en: 'Collection costs',
    de: 'Inkassokosten',
    fr: 'Frais de recouvrement',
  },
  description: {
    nl: 'Incassokosten aanzeggen en opeisbaar maken.',
    en: 'Announcing collection costs and making them claimable.',
    de: 'Inkassokosten ankündigen und fällig stellen.',
    fr: 'Annoncer les frais de recouvrement et les rendre exigibles.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.actions.add(setCostStateAction);
    host.texts.add(costTexts);
  },
});
