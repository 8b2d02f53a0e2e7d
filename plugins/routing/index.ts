import { definePlugin, Type } from '@inning/sdk';
import { checkConditionNode } from './check-condition.condition.ts';
import { runTogetherGroup } from './run-together.group.ts';
import { splitByBehaviourNode } from './split-by-behaviour.condition.ts';
import { startWhenOverdueTrigger } from './start-when-overdue.trigger.ts';
import { stopFlowAction } from './stop-flow.action.ts';
import { switchFlowAction } from './switch-flow.action.ts';
import { routingTexts } from './texts.ts';

/** Where a flow starts, splits, does several things at once and ends. */
export const routingPlugin = definePlugin({
  id: 'routing',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'Verloop', en: 'Routing', de: 'Verlauf', fr: 'Parcours' },
  description: {
    nl: 'Waar een flow begint, splitst, meer dingen tegelijk doet en eindigt.',
    en: 'Where a flow starts, splits, does several things at once and ends.',
    de: 'Wo ein Ablauf beginnt, sich teilt, mehreres zugleich tut und endet.',
    fr: 'Où un flux commence, se divise, fait plusieurs choses à la fois et finit.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.triggers.add(startWhenOverdueTrigger);
    host.conditions.add(checkConditionNode);
    host.conditions.add(splitByBehaviourNode);
    host.groups.add(runTogetherGroup);
    host.actions.add(stopFlowAction);
    host.actions.add(switchFlowAction);
    host.texts.add(routingTexts);
  },
});
