import type { FlowDocument } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import type { FlowChangeRow } from '../../api/drawing.ts';
import { toDifferences } from './to-differences.ts';

const at = (x: number, y: number) => ({ type: 'a.b', version: 1, config: {}, position: { x, y } });
const flow = (nodes: object, edges: object[]) => ({ nodes, edges }) as unknown as FlowDocument;
const line = (from: string, to: string) => ({ from, outcome: 'done', to });
const change = (kind: string, nodeId: string | null): FlowChangeRow => ({
  kind,
  nodeId,
  path: null,
  sentence: { code: 'x' },
});
const reading = {
  catalogue: new Map(),
  locale: 'nl' as const,
  summaries: {},
  running: {},
  unknownTitle: 'Onbekend',
};
const telling = { reading, say: (mark: string) => mark };

describe('two drawings in one', () => {
  const before = flow({ start: at(0, 0), old: at(0, 200) }, [line('start', 'old')]);
  const after = flow({ start: at(0, 0), fresh: at(0, 200) }, [line('start', 'fresh')]);

  it('keeps what went beside what came, each with its mark', () => {
    const changes = [
      change('added', 'fresh'),
      change('removed', 'old'),
      change('rerouted', 'start'),
    ];
    const { nodes, edges } = toDifferences({ before, after }, changes, telling);
    expect(new Map(nodes.map(({ id, data }) => [id, data.mark]))).toEqual(
      new Map([
        ['start', 'rerouted'],
        ['fresh', 'added'],
        ['old', 'removed'],
      ]),
    );
    const [old, fresh] = ['old', 'fresh'].map((id) => nodes.find((one) => one.id === id)?.position);
    expect(old?.x).toBeGreaterThan((fresh?.x ?? 0) + 200);
    expect(edges.map(({ target, label }) => [target, label]).sort()).toEqual([
      ['fresh', 'done'],
      ['old', undefined],
    ]);
    const strokes = edges.map(({ style }) => style?.stroke);
    expect(new Set(strokes).size).toBe(2);
  });

  it('says of a line between steps that stayed that it came or went', () => {
    const steps = { start: at(0, 0), left: at(0, 200), right: at(400, 200) };
    const old = flow(steps, [line('start', 'left')]);
    const next = flow(steps, [line('start', 'right')]);
    const { edges } = toDifferences({ before: old, after: next }, [], telling);
    expect(edges.map(({ target, label }) => [target, label]).sort()).toEqual([
      ['left', 'done · removed'],
      ['right', 'done · added'],
    ]);
  });

  it('marks nothing where nothing differs, and one mark says the most', () => {
    const same = toDifferences({ before, after: before }, [], telling);
    expect(same.nodes.every(({ data }) => data.mark === null)).toBe(true);
    expect(same.edges.every(({ style }) => style === undefined)).toBe(true);
    const both = [change('changed', 'start'), change('rerouted', 'start'), change('whole', null)];
    const [start] = toDifferences({ before, after }, both, telling).nodes;
    expect(start?.data.mark).toBe('changed');
  });
});
