import { describe, expect, it } from 'vitest';
import type { FlowDocument } from './flow-document.ts';
import { nameOfStep } from './name-of-step.ts';

const step = (type: string, label?: string) => ({
  type,
  version: 1,
  config: {},
  ...(label ? { label: { en: label, nl: label } } : {}),
});
const flow = {
  nodes: {
    'wait-1': step('a.wait'),
    'mail-1': step('a.mail', 'Herinnering 1'),
    'wait-2': step('a.wait'),
    call: step('a.call'),
    strange: step('else.where'),
  },
  edges: [
    { from: 'wait-1', outcome: 'reached', to: 'mail-1' },
    { from: 'wait-2', outcome: 'reached', to: 'call' },
  ],
} as unknown as FlowDocument;
const titles = new Map([
  ['a.wait', { en: 'Wait', nl: 'Wacht' }],
  ['a.call', { en: 'Call', nl: 'Bel' }],
]);
const name = (id: string) =>
  nameOfStep(flow, id, { titleOf: (type) => titles.get(type), locale: 'nl' });

describe('what a step is called in a list', () => {
  it('is its own name, else that of its type', () => {
    expect(name('mail-1')).toBe('Herinnering 1');
    expect(name('call')).toBe('Bel');
  });

  it('tells namesakes apart by what comes behind them', () => {
    expect(name('wait-1')).toBe('Wacht, vóór Herinnering 1');
    expect(name('wait-2')).toBe('Wacht, vóór Bel');
  });

  it('is the id of what nobody knows, also of what is not there', () => {
    expect(name('strange')).toBe('strange');
    expect(name('constructor')).toBe('constructor');
  });
});
