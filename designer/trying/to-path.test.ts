import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import type { TriedLine } from '../api/trying.ts';
import { toPath } from './to-path.ts';

const line = (more: Partial<TriedLine>): TriedLine => ({
  on: '2026-03-02',
  at: '2026-03-02T08:00:00.000Z',
  flow: 'neutral',
  nodeId: 'start',
  nodeLabel: 'Start',
  event: 'done',
  type: 'routing.start-when-overdue',
  outcome: 'started',
  because: null,
  openCents: cents(100),
  overdueCents: cents(100),
  values: {},
  letterId: null,
  ...more,
});
const telling = {
  event: ({ event }: TriedLine) => event,
  sentence: () => '',
  payment: { title: 'Payment', sentence: (cents: number) => `${cents} comes in` },
  otherFlow: (slug: string) => slug,
};
const at = '2026-03-09T09:00:00.000Z';

describe('a simulation as a way to play', () => {
  it('has its payments in their place, before what they bring about', () => {
    const lines = [line({}), line({ on: '2026-03-09', at, event: 'ended', outcome: 'paid' })];
    const payments = [{ on: '2026-03-09', at, amountCents: cents(100) }];

    const path = toPath({ flow: 'neutral', lines, payments }, telling);

    expect(path.map(({ title }) => title)).toEqual(['Start', 'Payment', 'Start']);
    expect(path[1]).toMatchObject({ nodeId: null, sentence: '100 comes in' });
    expect(path[2]).toMatchObject({ outcome: null, state: { words: 'ended' } });
  });

  it('leaves the canvas when the debtor is switched to another flow', () => {
    const path = toPath(
      { flow: 'neutral', lines: [line({ flow: 'strict' })], payments: [] },
      telling,
    );

    expect(path).toMatchObject([{ nodeId: null, title: 'strict: Start' }]);
  });
});
