import { describe, expect, it } from 'vitest';
import { sayMessage } from '../message.ts';
import { diffFlows, sayFlowChange } from './diff-flows.ts';
import { flowDiffTexts } from './diff-texts.ts';
import type { FlowDocument } from './flow-document.ts';

const wait = (days: number) => ({
  type: 'timing.wait-until',
  version: 1,
  config: { pick: 'latest', anchors: [{ from: 'previous-step', days }] },
  position: { x: 0, y: days },
});
const before: FlowDocument = {
  schema: 1,
  name: { en: 'Neutral' },
  country: 'NL',
  subject: 'debtor',
  goals: ['paid'],
  nodes: { 'wait-2': wait(14), mail: { type: 'reminders.send-email', version: 1, config: {} } },
  edges: [{ from: 'wait-2', outcome: 'reached', to: 'mail' }],
  settings: {
    thresholdCents: 500,
    sendAt: '09:00',
    missedRun: 'send-once',
    bankFreshnessDays: null,
    maxContacts: { count: 3, days: 7 },
    maxSteps: 200,
  },
};
const names = {
  node: (id: string) => (id === 'wait-2' ? 'Wacht voor herinnering 2' : id),
  outcome: (_: string, outcome: string) => outcome,
};
const told = (after: FlowDocument, count = 0) =>
  diffFlows(before, after).map((one) =>
    sayMessage(flowDiffTexts, sayFlowChange(one, names, count), 'nl'),
  );

describe('the difference between two versions', () => {
  it('says which setting of which step, with the running cases in it', () => {
    const after = { ...before, nodes: { ...before.nodes, 'wait-2': wait(7) } };
    expect(told(after, 312)).toEqual([
      'Wacht voor herinnering 2, anchors 1 days: 14 → 7; er staan 312 lopende dossiers',
    ]);
  });

  it('says steps that came, went and lead elsewhere', () => {
    const after: FlowDocument = {
      ...before,
      nodes: { 'wait-2': wait(14), call: { type: 'tasks.plan-call', version: 1, config: {} } },
      edges: [{ from: 'wait-2', outcome: 'reached', to: 'call' }],
    };
    expect(told(after)).toEqual([
      'Blok verwijderd: mail',
      'Nieuw blok: call',
      'Wacht voor herinnering 2, uitgang reached: naar mail → naar call',
    ]);
  });

  it('says what holds for the whole', () => {
    const settings = { ...before.settings, maxContacts: { count: 2, days: 7 } };
    expect(told({ ...before, settings })).toEqual(['De hele flow, maxContacts count: 3 → 2']);
  });

  it('is silent about places on the canvas, remarks and the order of fields', () => {
    const { 'wait-2': node } = before.nodes;
    const config = Object.fromEntries(Object.entries(node!.config).reverse());
    const moved = { ...node!, config, position: { x: 400, y: 1 }, note: 'Ask Anna' };
    expect(diffFlows(before, { ...before, nodes: { ...before.nodes, 'wait-2': moved } })).toEqual(
      [],
    );
    expect(diffFlows(before, structuredClone(before))).toEqual([]);
  });
});
