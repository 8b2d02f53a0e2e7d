import { describe, expect, it } from 'vitest';
import { pathMarks } from './path-marks.ts';
import type { PathStep } from './path-step.ts';

const step = (id: string, nodeId: string | null, outcome: string | null = null): PathStep => ({
  id,
  nodeId,
  outcome,
  on: '2026-03-02',
  title: id,
  sentence: '',
});
const lines = [
  { from: 'start', outcome: 'started', to: 'wait' },
  { from: 'wait', outcome: 'reached', to: 'mail' },
];
const steps = [
  step('a', 'start', 'started'),
  step('b', 'wait', 'reached'),
  step('c', null),
  step('d', 'mail'),
];

describe('the marks of a way on the canvas', () => {
  it('show where it was, by which ways it came, and where it is now', () => {
    const marks = pathMarks(steps, 1, lines);

    expect([...marks.visited]).toEqual(['start', 'wait']);
    expect([...marks.ways]).toEqual(['start>wait', 'wait>mail']);
    expect(marks.present).toBe('wait');
  });

  it('stay at the last step of the drawing while something happens outside it', () => {
    expect(pathMarks(steps, 2, lines).present).toBe('wait');
    expect(pathMarks(steps, 3, lines).present).toBe('mail');
  });

  it('are none of an empty way', () => {
    expect(pathMarks([], 0, lines)).toMatchObject({ present: null });
  });
});
