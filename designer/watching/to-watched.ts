import type { FlowDocument } from '@inning/sdk';
import type { Edge } from '@xyflow/react';
import type { Canvas } from '../flows/to-canvas.ts';
import type { TraceNode } from '../player/TraceCard.tsx';
import type { StepCount } from './counts.ts';

type Watched = {
  readonly document: FlowDocument;
  readonly counts: ReadonlyMap<string, StepCount>;
  readonly outcomeName: (nodeId: string, outcome: string) => string;
};

/** The drawing with how many stand at each card, and how many went each way. */
export function toWatched(
  canvas: Canvas,
  { document, counts, outcomeName }: Watched,
): { nodes: TraceNode[]; edges: Edge[] } {
  return {
    nodes: canvas.nodes.map(({ id, position, data }) => {
      const standing = counts.get(id)?.standing;
      return {
        id,
        type: 'trace',
        position,
        data: { ...data, mark: 'none', ...(standing ? { standing } : {}) },
      };
    }),
    edges: canvas.edges.map((edge) => {
      const went = goneBy(edge);
      const label = went.map(({ name, count }) => `${name} ${count}`).join(' · ');
      return label === '' ? edge : { ...edge, label, className: 'gone' };
    }),
  };

  function goneBy({ source, target }: Edge) {
    return document.edges
      .filter(({ from, to }) => from === source && to === target)
      .flatMap(({ from, outcome }) => {
        const passed = counts.get(from)?.outcomes ?? [];
        const count = passed.find((one) => !one.isEnd && one.outcome === outcome)?.count ?? 0;
        return count > 0 ? [{ name: outcomeName(from, outcome), count }] : [];
      });
  }
}
