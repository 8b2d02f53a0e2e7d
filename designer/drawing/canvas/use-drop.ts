import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { addNode, freeNodeId } from '../../document/index.ts';
import { wayOf } from '../lines.ts';
import type { Drawing } from '../use-drawing.ts';

export const DRAGGED_TYPE = 'application/x-inning-step';
const CARD = { width: 248 };

/** Puts a step from the palette where it is dropped; on a line it comes in between. */
export function useDrop({ types, flow, run, select }: Drawing): (event: DragEvent) => void {
  const { screenToFlowPosition } = useReactFlow();
  return (event) => {
    const entry = types.get(event.dataTransfer.getData(DRAGGED_TYPE));
    if (!entry) return;
    event.preventDefault();
    const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const position = { x: at.x - CARD.width / 2, y: at.y - 20 };
    const line = lineUnder(event);
    const after =
      line && entry.kind !== 'trigger' ? { nodeId: line.from, outcome: line.outcome } : null;
    const id = freeNodeId(entry.id, (one) => Object.hasOwn(flow.nodes, one));
    if (run(addNode(entry, { id, position, ...(after ? { after } : {}) }))) select([id]);
  };
}

function lineUnder({ clientX, clientY }: DragEvent): ReturnType<typeof wayOf> | null {
  const [key] = document
    .elementsFromPoint(clientX, clientY)
    .flatMap((element) => element.closest('.react-flow__edge')?.getAttribute('data-id') ?? []);
  return key === undefined ? null : wayOf(key);
}
