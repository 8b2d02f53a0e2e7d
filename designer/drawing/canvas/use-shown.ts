import {
  applyNodeChanges,
  type Edge,
  type EdgeChange,
  type NodeChange,
  type ReactFlowProps,
} from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import { moveNodes, type Position } from '../../document/index.ts';
import { useLatest } from '../../ui/use-latest.ts';
import { createChoosing, pickedAfter } from './choosing.ts';
import { guessed, withoutGuess } from './first-sight.ts';
import { keepSame } from './keep-same.ts';
import type { DrawnThing } from './to-drawn.ts';
import type { Drawing } from '../use-drawing.ts';

type Drawn = { readonly nodes: DrawnThing[]; readonly edges: Edge[] };
type Shown = { readonly nodes: DrawnThing[]; readonly edges: Edge[] } & Pick<
  ReactFlowProps<DrawnThing>,
  | 'onNodesChange'
  | 'onEdgesChange'
  | 'onNodeDragStart'
  | 'onNodeDragStop'
  | 'onSelectionDragStart'
  | 'onSelectionDragStop'
>;

/** What is shown: the document, with the drag and the sizes of the moment. */
export function useShown(drawing: Drawing, drawn: Drawn): Shown {
  const [shown, setShown] = useState({ of: drawn, ...drawn, nodes: guessed(drawn.nodes) });
  if (shown.of !== drawn) {
    const sizes = new Map(shown.nodes.map(({ id, measured }) => [id, measured]));
    const sized = drawn.nodes.map((node) => {
      const measured = sizes.get(node.id);
      return measured ? { ...node, measured } : node;
    });
    setShown({
      of: drawn,
      nodes: keepSame(shown.nodes, guessed(sized)),
      edges: keepSame(shown.edges, drawn.edges),
    });
  }
  const latest = useLatest(drawing);
  const [choosing] = useState(() => createChoosing(latest));
  const isDragging = useRef(false);
  const listening = useMemo(() => {
    const dragStarts = () => {
      isDragging.current = true;
      choosing.hold();
    };
    return {
      onNodesChange(changes: NodeChange<DrawnThing>[]) {
        setShown((now) => {
          const nodes = applyNodeChanges(changes, now.nodes);
          return { ...now, nodes: isMeasuring(changes) ? nodes.map(withoutGuess) : nodes };
        });
        choosing.hear(changes);
        const places = placesAfter(changes);
        if (places.size === 0) return;
        // The arrow keys move by small steps: in a row they are one entry in the history.
        const mark = isDragging.current ? undefined : `nudge ${[...places.keys()].join(' ')}`;
        isDragging.current = false;
        latest.current.run(moveNodes(places, mark));
      },
      onEdgesChange(changes: EdgeChange[]) {
        const { lines, selectLines } = latest.current;
        const next = pickedAfter(lines, changes);
        if (next) selectLines(next);
      },
      onNodeDragStart: dragStarts,
      onNodeDragStop: choosing.settle,
      onSelectionDragStart: dragStarts,
      onSelectionDragStop: choosing.settle,
    };
  }, [latest, choosing]);
  return { nodes: shown.nodes, edges: shown.edges, ...listening };
}

const isMeasuring = (changes: readonly NodeChange<DrawnThing>[]): boolean =>
  changes.some(({ type }) => type === 'dimensions');

/** Where things were let go; while something is dragged it is nowhere yet. */
function placesAfter(changes: readonly NodeChange<DrawnThing>[]): Map<string, Position> {
  return new Map(
    changes.flatMap((one) =>
      one.type === 'position' && one.position && !one.dragging ? [[one.id, one.position]] : [],
    ),
  );
}
