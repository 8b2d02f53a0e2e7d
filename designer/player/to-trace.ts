import type { FlowDocument } from '@inning/sdk';
import type { Edge } from '@xyflow/react';
import { type Canvas, type Reading, toCanvas } from '../flows/to-canvas.ts';
import type { PathMarks } from './path-marks.ts';
import type { TraceNode } from './TraceCard.tsx';

/** The drawing with the way that was gone. */
export function toTrace(
  canvas: Canvas,
  marks: PathMarks,
  notes: ReadonlyMap<string, string> = new Map(),
): { nodes: TraceNode[]; edges: Edge[] } {
  const markOf = (id: string) =>
    marks.present === id ? 'present' : marks.visited.has(id) ? 'visited' : 'none';
  return {
    nodes: canvas.nodes.map(({ id, position, data }) => ({
      id,
      type: 'trace',
      position,
      data: { ...data, mark: markOf(id), note: notes.get(id) ?? null },
    })),
    edges: canvas.edges.map((edge) =>
      marks.ways.has(`${edge.source}>${edge.target}`)
        ? { ...edge, className: 'gone', zIndex: 1 }
        : edge,
    ),
  };
}

/** The bare drawing of a document, without counts. */
export const canvasOf = (
  document: FlowDocument,
  reading: Omit<Reading, 'running' | 'summaries'> & Partial<Pick<Reading, 'summaries'>>,
): Canvas => toCanvas(document, { summaries: {}, ...reading, running: {} });
