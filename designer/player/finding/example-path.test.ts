import type { CatalogueEntry, FlowDocument } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { examplePath } from './example-path.ts';

const document = {
  nodes: {
    start: { type: 'routing.start', version: 1, config: {} },
    mail: { type: 'reminders.send', version: 1, config: {}, label: { en: 'First letter' } },
  },
} as unknown as FlowDocument;
const types = new Map([
  ['routing.start', { title: { en: 'Start' }, outcomes: { started: { en: 'Started' } } }],
]) as unknown as ReadonlyMap<string, CatalogueEntry>;
const words = { locale: 'en' as const, takes: (name: string) => `by ${name}`, stops: 'wrong here' };

describe('the counter-example of a finding', () => {
  it('names its steps and ways out, and says where it goes wrong', () => {
    const path = examplePath(
      [
        { nodeId: 'start', outcome: 'started', on: '2026-03-02' },
        { nodeId: 'mail', outcome: null, on: '2026-03-09' },
      ],
      { document, types },
      words,
    );

    expect(path).toMatchObject([
      { title: 'Start', sentence: 'by Started', on: '2026-03-02' },
      { title: 'First letter', state: { tone: 'broken', words: 'wrong here' } },
    ]);
  });

  it('leaves out a step that was deleted since', () => {
    const example = [{ nodeId: 'gone', outcome: null, on: '2026-03-02' }];

    expect(examplePath(example, { document, types }, words)).toEqual([]);
  });
});
