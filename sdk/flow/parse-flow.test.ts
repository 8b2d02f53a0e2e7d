import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from './catalogue.ts';
import { findProblems } from './find-problems.ts';
import type { FlowDocument } from './flow-document.ts';
import { checkFlow, FlowDocumentInvalidError, parseFlow } from './parse-flow.ts';

const step = (type: string, config: object = {}) => ({ type, version: 1, config });
const small = {
  schema: 1,
  name: { en: 'Small' },
  country: 'NL',
  subject: 'debtor',
  nodes: { start: step('test.start'), end: step('test.end') },
  edges: [{ from: 'start', outcome: 'done', to: 'end' }],
  goals: ['paid'],
  settings: {
    thresholdCents: 0,
    sendAt: '09:00',
    missedRun: 'send-once',
    bankFreshnessDays: null,
    maxContacts: { count: 3, days: 7 },
    maxSteps: 200,
  },
};
const changed = (change: object) => ({ ...small, ...change });

// What would hold a server up, holds its test up until it fails.
function refusal(work: () => unknown): FlowDocumentInvalidError {
  try {
    work();
  } catch (error) {
    if (error instanceof FlowDocumentInvalidError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('reading a flow', () => {
  it('accepts what fits the schema and returns it unchanged', () => {
    expect(parseFlow(JSON.stringify(small))).toEqual(small);
  });

  it.each([
    ['a step without a type', { nodes: { start: { version: 1, config: {} } } }, '/nodes/start'],
    ['a threshold in euros', { settings: { ...small.settings, thresholdCents: 9.5 } }, '/settings'],
    ['a name of a step with a dot', { nodes: { 'a.b': step('test.start') } }, '/nodes'],
    ['a field it does not know', { colour: 'red' }, '/'],
    ['a shape of tomorrow', { schema: 2 }, '/schema'],
    [
      'a contact period that nobody remembers',
      settingsOf({ maxContacts: { count: 1, days: 90 } }),
      '/settings',
    ],
  ])('refuses %s and names the place', (_, change, place) => {
    expect(refusal(() => checkFlow(changed(change))).details['path']).toContain(place);
  });

  it('refuses more goals than there are before it compares them with one another', () => {
    const goals = Array.from({ length: 100_000 }, () => 'paid');
    expect(refusal(() => checkFlow(changed({ goals }))).details['path']).toBe('/goals');
    expect(refusal(() => checkFlow(changed({ goals: ['paid', 'paid'] })))).toBeInstanceOf(Error);
  });

  it('refuses text that is no JSON, and what is no flow at all', () => {
    expect(refusal(() => parseFlow('{"schema": 1,')).message).toContain('not JSON');
    for (const value of ['null', '[]', '7', '"flow"', '{}']) {
      expect(() => parseFlow(value)).toThrow(FlowDocumentInvalidError);
    }
  });
});

describe('a flow file that was written by hand', () => {
  it.each([
    ['is cut off', '{\n "schema": 1,\n', 3],
    ['has a step twice', '{"nodes": {\n"a": 1,\n"b": 2,\n"a": 3}}', 4],
    [
      'has a key that reaches into JavaScript',
      '{"nodes":\n{"a": {"config":\n{"__proto__": 1}}}}',
      3,
    ],
    ['is of tomorrow', JSON.stringify(changed({ schema: 2 }), null, 1), 2],
    [
      'has a text without end',
      JSON.stringify(changed({ name: { en: 'x'.repeat(9_000) } }), null, 1),
      4,
    ],
  ])('and %s is refused with its line', (_, text, line) => {
    expect(refusal(() => parseFlow(text)).details['line']).toBe(line);
  });
});

describe('a hostile flow', () => {
  it('with keys that reach into JavaScript is refused, wherever they stand', () => {
    const nested = '{"schema": 1, "nodes": {"a": {"config": {"__proto__": {"isAdmin": true}}}}}';
    expect(refusal(() => parseFlow(nested)).message).toContain('__proto__');
    for (const key of ['constructor', 'prototype']) {
      const nodes = { start: step('test.start', { deep: [{ [key]: 1 }] }) };
      expect(refusal(() => checkFlow(changed({ nodes }))).details['path']).toBe(key);
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('of a hundred thousand steps is refused within a second', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`n${index}`, step('test.start')]),
    );
    const edges = Array.from({ length: 100_000 }, (_, index) => ({
      from: `n${index}`,
      outcome: 'done',
      to: `n${(index + 1) % 100_000}`,
    }));
    const text = JSON.stringify(changed({ nodes, edges }));

    refusal(() => parseFlow(text));
    refusal(() => checkFlow(changed({ nodes })));
    refusal(() => checkFlow(changed({ edges })));
  });

  it('nested without end, or in a circle, is refused', () => {
    const text = `{"schema": 1, "name": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    refusal(() => parseFlow(text));
    const circle: Record<string, unknown> = {};
    circle['again'] = [circle, circle];
    expect(refusal(() => checkFlow(changed({ nodes: circle }))).message).toContain('levels deep');
  });

  it('of the largest size, one loop through all of it, is checked and does not hold the server up', () => {
    const text = { en: 'Text' };
    const condition = (id: string): CatalogueEntry => ({
      id,
      version: 1,
      kind: id === 'test.start' ? 'trigger' : 'condition',
      title: text,
      description: text,
      icon: 'box',
      config: Type.Object({}),
      outcomes: { a: text, b: text, c: text, d: text },
      isEnd: false,
      contacts: null,
    });
    const count = 2_000;
    const nodes = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `n${index}`,
        step(index === 0 ? 'test.start' : 'test.ask', {
          anchors: Array(100).fill({ step: 'x' }),
        }),
      ]),
    );
    const edges = Array.from({ length: count * 4 }, (_, index) => ({
      from: `n${Math.floor(index / 4)}`,
      outcome: 'abcd'[index % 4],
      to: `n${(Math.floor(index / 4) * 7 + index) % count}`,
    }));
    const flow = changed({ nodes, edges }) as unknown as FlowDocument;

    checkFlow(flow);
    const problems = findProblems(flow, { catalogue: { find: condition } });

    expect(problems.map((one) => one.code)).toContain('FLOW_LOOP_WITHOUT_WAIT');
  });
});

function settingsOf(settings: object) {
  return { settings: { ...small.settings, ...settings } };
}
