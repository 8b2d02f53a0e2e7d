import type { FlowDocument } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { nextAction } from './next-action.ts';

const node = (type: string) => ({ type, version: 1, config: {} });
const flow = {
  nodes: { wait: node('a.wait'), mail: node('a.mail'), check: node('a.check'), gone: node('x.y') },
  edges: [
    { from: 'wait', outcome: 'reached', to: 'mail' },
    { from: 'mail', outcome: 'sent', to: 'check' },
    { from: 'check', outcome: 'yes', to: 'mail' },
  ],
} as unknown as FlowDocument;
const types = new Map([
  ['a.wait', { kind: 'wait' as const, outcomes: { reached: { en: 'Reached' } } }],
  ['a.mail', { kind: 'action' as const, outcomes: { sent: { en: 'Sent' } } }],
  ['a.check', { kind: 'condition' as const, outcomes: { yes: { en: 'Yes' }, no: { en: 'No' } } }],
]);

describe('nextAction', () => {
  it('looks past a wait to what happens when it is over', () => {
    expect(nextAction(flow, 'wait', types)).toBe('mail');
  });

  it('is the step itself when that is an action', () => {
    expect(nextAction(flow, 'mail', types)).toBe('mail');
  });

  it('promises nothing that a condition still has to decide', () => {
    expect(nextAction(flow, 'check', types)).toBeNull();
  });

  it('promises nothing of a step that is not known here', () => {
    expect(nextAction(flow, 'gone', types)).toBeNull();
  });
});
