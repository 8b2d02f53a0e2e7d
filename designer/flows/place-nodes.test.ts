import { describe, expect, it } from 'vitest';
import { placeNodes } from './place-nodes.ts';

const node = { type: 'a.b', version: 1, config: {} };
const flowOf = (...edges: readonly (readonly [string, string])[]) => ({
  nodes: Object.fromEntries([...new Set(edges.flat())].map((id) => [id, node])),
  edges: edges.map(([from, to], index) => ({ from, outcome: `o${index}`, to })),
});

describe('placeNodes', () => {
  it('draws the longest way straight down', () => {
    const cells = placeNodes(flowOf(['start', 'wait'], ['wait', 'mail'], ['mail', 'stop']));

    expect([...cells].map(([id, cell]) => [id, cell.row, cell.column])).toEqual([
      ['start', 0, 0],
      ['wait', 1, 0],
      ['mail', 2, 0],
      ['stop', 3, 0],
    ]);
  });

  it('puts what is left aside to the right, never on top of another step', () => {
    const cells = placeNodes(
      flowOf(
        ['start', 'mail'],
        ['mail', 'wait'],
        ['wait', 'call'],
        ['mail', 'task'],
        ['mail', 'hold'],
      ),
    );

    expect(cells.get('task')).toEqual({ row: 2, column: 1 });
    expect(cells.get('hold')).toEqual({ row: 2, column: 2 });
  });

  it('draws a loop without going round in it', () => {
    const cells = placeNodes(flowOf(['start', 'wait'], ['wait', 'mail'], ['mail', 'wait']));

    expect(cells.get('mail')).toEqual({ row: 2, column: 0 });
  });

  it('places a step under everything that leads to it', () => {
    const cells = placeNodes(
      flowOf(['start', 'split'], ['split', 'stop'], ['split', 'mail'], ['mail', 'stop']),
    );

    expect(cells.get('stop')?.row).toBe(3);
  });

  it('follows the usual outcome, also when the way over the exception has as many steps', () => {
    const flow = {
      nodes: { mail: node, task: node, wait: node },
      edges: [
        { from: 'mail', outcome: 'sent', to: 'wait' },
        { from: 'mail', outcome: 'unreachable', to: 'task' },
        { from: 'task', outcome: 'done', to: 'wait' },
      ],
    };

    const cells = placeNodes(flow, () => ['sent', 'unreachable']);

    expect(cells.get('wait')).toEqual({ row: 2, column: 0 });
    expect(cells.get('task')).toEqual({ row: 1, column: 1 });
  });
});
