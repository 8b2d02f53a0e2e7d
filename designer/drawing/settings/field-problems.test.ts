import { AnchorsSchema, type CatalogueEntry, findProblems, Type } from '@inning/sdk';
import { expect, it } from 'vitest';
import { fieldProblems } from './field-problems.ts';

const text = { en: 'Wait' };
const wait: CatalogueEntry = {
  id: 'test.wait',
  version: 1,
  kind: 'wait',
  title: text,
  description: text,
  icon: 'clock',
  config: Type.Object({ anchors: AnchorsSchema, template: Type.Optional(Type.String()) }),
  outcomes: { done: text },
  isEnd: false,
  contacts: null,
};
const keyOf = ((key: string) => key) as never;

function told(config: Record<string, unknown>) {
  const document = {
    schema: 1 as const,
    name: text,
    country: 'NL',
    subject: 'debtor' as const,
    nodes: { wait: { type: 'test.wait', version: 1, config } },
    edges: [],
    goals: ['paid' as const],
    settings: {} as never,
  };
  return fieldProblems(findProblems(document, { catalogue: { find: () => wait } }), 'wait', keyOf);
}

it('each problem stands at its field, and shapes that were not chosen say nothing', () => {
  expect(told({ anchors: [] })).toEqual({ anchors: 'editors.rule.minItems' });
  expect(told({})).toEqual({ anchors: 'editors.rule.required' });
  expect(
    told({
      anchors: [
        { from: 'due-date', days: 1 },
        { from: 'step', step: '', days: 1 },
      ],
    }),
  ).toEqual({
    'anchors.1.step': 'editors.rule.missingStep',
  });
  expect(
    told({
      anchors: [
        { from: 'due-date', days: 1 },
        { from: 'due-date', days: 1 },
      ],
    }),
  ).toEqual({
    'anchors.1': 'editors.rule.sameAnchors',
  });
});
