import { type Claim, type Country, type NodePorts, saySummary } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { checkConditionNode } from './check-condition.condition.ts';
import { runTogetherGroup } from './run-together.group.ts';
import { splitByBehaviourNode } from './split-by-behaviour.condition.ts';
import { stopFlowAction } from './stop-flow.action.ts';
import { switchFlowAction } from './switch-flow.action.ts';

const context = <Config>(config: Config, claim: Claim = aClaim({})) => ({
  config,
  claim,
  today: '2026-03-30',
  anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
  country: {} as Country,
  scope: aScope,
});

describe('condition', () => {
  it.each([
    [true, 'yes'],
    [false, 'no'],
  ])('that is %s goes %s and says on what grounds', (answer, outcome) => {
    const asked: string[] = [];
    const evaluate = (expression: string) => asked.push(expression) > 0 && answer;
    const condition = 'claim.openCents > 100';

    const result = checkConditionNode.decide({ ...context({ condition }), evaluate });

    expect(asked).toEqual([condition]);
    expect(result).toEqual({
      outcome,
      because: { code: `routing.condition-${outcome}`, params: { condition } },
    });
  });
});

describe('split by behaviour', () => {
  it.each(['steady', 'unknown', 'fluctuating', 'erratic'] as const)('has a way for %s', (kind) => {
    const behaviour = { class: kind, averageTermDays: 34, variationDays: 3, paidCount: 5 };
    const claim = aClaim({ debtor: { ...aClaim({}).debtor, behaviour } });

    const result = splitByBehaviourNode.decide({ ...context({}, claim), evaluate: () => false });

    expect(result).toMatchObject({ outcome: kind, because: { params: { averageTermDays: 34 } } });
    expect(Object.keys(splitByBehaviourNode.outcomes)).toContain(kind);
  });
});

describe('the ends of a flow', () => {
  function flowPort() {
    const asked: unknown[] = [];
    const flow: NodePorts['flow'] = {
      stop: async (reason) => void asked.push(['stop', reason]),
      switchTo: async (...to) => void asked.push(['switch', ...to]),
    };
    return { asked, more: { ports: { flow }, idempotencyKey: 'k', tools: fakeTools() } };
  }

  it('stopping gives its reason when it has one', async () => {
    const { asked, more } = flowPort();

    await stopFlowAction.run({ ...context({ reason: 'all is said' }), ...more });
    await stopFlowAction.run({ ...context({}), ...more });

    expect(asked).toEqual([
      ['stop', { code: 'routing.stopped-because', params: { reason: 'all is said' } }],
      ['stop', { code: 'routing.stopped' }],
    ]);
  });

  it('switching names the flow and the way', async () => {
    const { asked, more } = flowPort();

    await switchFlowAction.run({
      ...context({ flow: 'strict', mode: 'continue' as const }),
      ...more,
    });

    expect(asked).toEqual([['switch', 'strict', 'continue']]);
  });

  it('need no line leading on', () => {
    expect([stopFlowAction.isEnd, switchFlowAction.isEnd]).toEqual([true, true]);
  });
});

it('several actions at once are those of its settings, in one line', () => {
  const actions = [
    { type: 'reminders.send-email', version: 1, config: { template: 'first-reminder' } },
    { type: 'tasks.create-task', version: 1, config: { title: 'Look' } },
  ];

  expect(runTogetherGroup.actions({ actions })).toEqual(actions);
  expect(saySummary(runTogetherGroup, { actions }, { locale: 'en' })).toBe(
    'reminders.send-email + tasks.create-task',
  );
});
