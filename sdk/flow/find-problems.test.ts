import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../localized.ts';
import { sayMessage } from '../message.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { findProblems } from './find-problems.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import { flowProblemTexts } from './problem-texts.ts';
import type { Week } from './settings/contact-hours.ts';

const text = { en: 'Text' };
const entry = (id: string, more: Partial<CatalogueEntry>): CatalogueEntry => ({
  id,
  version: 2,
  kind: 'action',
  title: text,
  description: text,
  icon: 'box',
  config: Type.Object({}, { additionalProperties: false }),
  outcomes: { done: text },
  isEnd: false,
  contacts: null,
  ...more,
});
const expression = Type.String({ editor: 'expression' });
const actions = Type.Array(Type.Unknown(), { editor: 'actions' });
const CATALOGUE = [
  entry('test.start', { kind: 'trigger', outcomes: { started: text } }),
  entry('test.wait', {
    kind: 'wait',
    config: Type.Object({ anchors: Type.Array(Type.Unknown()) }),
  }),
  entry('test.send', { config: Type.Object({ template: Type.String({ minLength: 1 }) }) }),
  entry('test.letter', {
    config: Type.Object({ template: Type.String({ editor: 'template-picker' }) }),
  }),
  entry('test.switch', {
    config: Type.Object({ flow: Type.String({ editor: 'flow-picker' }) }),
  }),
  entry('test.ask', {
    kind: 'condition',
    outcomes: { yes: text, no: text },
    config: Type.Object({ condition: expression }),
  }),
  entry('test.group', { kind: 'group', config: Type.Object({ actions }) }),
  entry('test.end', { isEnd: true }),
];
const context = {
  catalogue: { find: (type: string) => CATALOGUE.find((one) => one.id === type) ?? null },
  knowsTemplate: (name: string) => name !== 'gone',
  knowsFlow: (slug: string) => slug !== 'gone',
  checkExpression: (condition: string) => (condition === 'wrong' ? 'it is wrong' : null),
};

const node = (type: string, config: Record<string, unknown> = {}, version = 2): FlowNode => ({
  type,
  version,
  config,
});
const due = (days: number) => ({ from: 'due-date', days });

/** start → wait → send → ask → end, with changes. */
function flow(
  nodes: Record<string, FlowNode> = {},
  more: Partial<FlowDocument> = {},
): FlowDocument {
  return {
    schema: 1,
    name: text,
    country: 'NL',
    subject: 'debtor',
    nodes: {
      start: node('test.start'),
      wait: node('test.wait', { anchors: [due(14)] }),
      send: node('test.send', { template: 'first' }),
      ask: node('test.ask', { condition: 'claim.openCents > 1' }),
      end: node('test.end'),
      ...nodes,
    },
    edges: EDGES,
    goals: ['paid'],
    settings: {} as FlowDocument['settings'],
    ...more,
  };
}
const edge = (from: string, outcome: string, to: string) => ({ from, outcome, to });
const EDGES = [
  edge('start', 'started', 'wait'),
  edge('wait', 'done', 'send'),
  edge('send', 'done', 'ask'),
  edge('ask', 'yes', 'wait'),
  edge('ask', 'no', 'end'),
];
const without = (from: string, outcome: string) =>
  EDGES.filter((one) => one.from !== from || one.outcome !== outcome);
const codes = (document: FlowDocument) => findProblems(document, context).map((one) => one.code);
const hours = (usual: Week) => ({ contactHours: { usual } }) as FlowDocument['settings'];
const group = (...members: unknown[]) => ({ send: node('test.group', { actions: members }) });

// Each with a near miss: what looks alike and is right.
const CASES: [string, FlowDocument, FlowDocument][] = [
  ['FLOW_SUBJECT_UNKNOWN', flow({}, { subject: 'case' }), flow({}, { subject: 'invoice' })],
  ['FLOW_NO_PAID_GOAL', flow({}, { goals: ['handed-over'] }), flow({}, { goals: ['paid'] })],
  ['FLOW_UNKNOWN_STEP', flow({ end: node('gone.end') }), flow()],
  [
    'FLOW_STEP_TOO_NEW',
    flow({ send: node('test.send', { template: 'x' }, 3) }),
    flow({ send: node('test.send', {}, 1) }), // Older settings are migrated when they are read.
  ],
  [
    'FLOW_INVALID_CONFIG',
    flow({ send: node('test.send', { template: '' }) }),
    flow({ send: node('test.send', { template: '-' }) }),
  ],
  [
    'FLOW_INVALID_EXPRESSION',
    flow({ ask: node('test.ask', { condition: 'wrong' }) }),
    flow({ send: node('test.send', { template: 'wrong' }) }),
  ],
  [
    'FLOW_UNKNOWN_TEMPLATE',
    flow({ send: node('test.letter', { template: 'gone' }) }),
    flow({ send: node('test.send', { template: 'gone' }) }),
  ],
  [
    'FLOW_UNKNOWN_FLOW',
    flow({ send: node('test.switch', { flow: 'gone' }) }),
    flow({ send: node('test.switch', { flow: 'here' }) }),
  ],
  [
    'FLOW_CLOSED_HOURS',
    flow({}, { settings: hours([{ weekday: 1, from: '17:00', to: '09:00' }]) }),
    flow({}, { settings: hours([{ weekday: 1, from: '09:00', to: '17:00' }]) }),
  ],
  [
    'FLOW_MISSING_ANCHOR_STEP',
    flow({ wait: node('test.wait', { anchors: [{ from: 'step', step: 'sent', days: 1 }] }) }),
    flow({ wait: node('test.wait', { anchors: [{ from: 'step', step: 'send', days: 1 }] }) }),
  ],
  [
    'FLOW_SAME_ANCHORS',
    flow({
      wait: node('test.wait', { anchors: [due(14), { days: 14, from: 'due-date', unit: 'days' }] }),
    }),
    flow({ wait: node('test.wait', { anchors: [due(14), { ...due(14), unit: 'working-days' }] }) }),
  ],
  [
    'FLOW_NOT_IN_GROUP',
    flow(group({ type: 'test.end', version: 2, config: {} })),
    flow(group({ type: 'test.send', version: 2, config: { template: 'x' } })),
  ],
  [
    'FLOW_INVALID_CONFIG',
    flow(group({ type: 'test.send', version: 2, config: {} })),
    flow(group({ type: 'test.send', version: 1, config: {} })),
  ],
  ['FLOW_UNKNOWN_STEP', flow(group({ type: 'gone.send', version: 1, config: {} })), flow(group())],
  [
    'FLOW_LOOSE_EDGE',
    flow({}, { edges: [...without('ask', 'no'), edge('ask', 'no', 'nowhere')] }),
    flow(),
  ],
  [
    'FLOW_UNKNOWN_OUTCOME',
    flow({}, { edges: [...EDGES, edge('send', 'failed', 'end')] }),
    flow({}, { edges: EDGES }),
  ],
  [
    'FLOW_EDGE_INTO_START',
    flow({}, { edges: [...without('ask', 'yes'), edge('ask', 'yes', 'start')] }),
    flow(),
  ],
  [
    'FLOW_DOUBLE_EDGE',
    flow({}, { edges: [...EDGES, edge('ask', 'no', 'send')] }),
    flow({}, { edges: [...without('ask', 'yes'), edge('ask', 'yes', 'end')] }),
  ],
  ['FLOW_OPEN_OUTCOME', flow({}, { edges: without('ask', 'no') }), flow()],
  ['FLOW_NO_START', flow({ start: node('test.send', { template: 'x' }) }), flow()],
  ['FLOW_UNREACHABLE_STEP', flow({ island: node('test.end') }), flow()],
  [
    'FLOW_LOOP_WITHOUT_WAIT',
    flow({}, { edges: [...without('ask', 'yes'), edge('ask', 'yes', 'send')] }),
    flow(), // The loop of the usual flow goes through its wait.
  ],
];

describe('findProblems', () => {
  it('has nothing to say about a flow that is right', () => {
    expect(codes(flow())).toEqual([]);
  });

  it.each(CASES)('%s is found, and its near miss is not', (code, wrong, nearMiss) => {
    expect(codes(wrong)).toContain(code);
    expect(codes(nearMiss)).not.toContain(code);
  });

  it('has a case here and a sentence in four languages for every code', () => {
    expect(Object.keys(flowProblemTexts).sort()).toEqual(
      [...new Set(CASES.map(([code]) => code))].sort(),
    );
    for (const [code, wrong] of CASES) {
      const found = findProblems(wrong, context).find((one) => one.code === code)!;
      const said = LOCALES.map((locale) => sayMessage(flowProblemTexts, found.message, locale));
      expect(new Set(said).size).toBe(4);
      for (const sentence of said) expect(sentence).not.toMatch(/[{}]|undefined/);
    }
  });

  it('names the step and the field, also within a group', () => {
    const [found] = findProblems(
      flow(group({ type: 'test.send', version: 2, config: {} })),
      context,
    );

    expect(found).toMatchObject({
      nodeIds: ['send'],
      message: { params: { node: 'send', field: 'actions.0.config.template' } },
    });
  });

  it('says the same for settings that it checked before, and sees what was replaced', () => {
    const again = { ...context, checked: new WeakMap() };
    for (const [, wrong, right] of [...CASES, ...CASES]) {
      expect(findProblems(wrong, again)).toEqual(findProblems(wrong, context));
      expect(findProblems(right, again)).toEqual(findProblems(right, context));
    }
    const before = flow();
    const types = CATALOGUE.map((one) => {
      const closed = { config: Type.Object({ template: Type.String({ maxLength: 1 }) }) };
      return one.id === 'test.send' ? { ...one, ...closed } : one;
    });
    const find = (type: string) => types.find((one) => one.id === type) ?? null;

    expect(findProblems(before, again)).toEqual([]);
    const [found] = findProblems(before, { ...again, catalogue: { find } });
    expect(found).toMatchObject({ code: 'FLOW_INVALID_CONFIG', nodeIds: ['send'] });
  });

  it('shows the way round of a loop without a wait', () => {
    const loop = flow({}, { edges: [...without('ask', 'yes'), edge('ask', 'yes', 'send')] });

    expect(findProblems(loop, context)[0]?.path).toEqual(['send', 'ask', 'send']);
  });
});
