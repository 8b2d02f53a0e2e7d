import '@xyflow/react/dist/style.css';
import {
  applyNodeChanges,
  Background,
  Controls,
  MiniMap,
  type NodeChange,
  ReactFlow,
  type ReactFlowProps,
  useReactFlow,
} from '@xyflow/react';
import { type DragEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addNode, connect, disconnect, moveNodes, removeNodes } from '../document/index.ts';
import styles from './drawing.module.css';
import { DrawnCard, type DrawnNode } from './DrawnCard.tsx';
import { type Telling, toDrawn } from './to-drawn.ts';
import type { Drawing } from './use-drawing.ts';
import { useKeepInView } from './use-keep-in-view.ts';

const NODE_TYPES = { drawn: DrawnCard };
export const DRAGGED_TYPE = 'application/x-inning-step';

type DrawCanvasProps = { readonly drawing: Drawing; readonly telling: Telling };

/** The canvas. It shows the document; what is fleeting, such as a drag, it keeps to itself. */
export function DrawCanvas({ drawing, telling }: DrawCanvasProps) {
  const { t } = useTranslation();
  const { screenToFlowPosition } = useReactFlow();
  const drawn = useMemo(() => toDrawn(drawing, telling), [drawing, telling]);
  const { nodes, change } = useShownNodes(drawing, drawn.nodes);
  useKeepInView(drawing.selected.length === 1 ? (drawing.selected[0] ?? null) : null);
  const drop = (event: DragEvent) => {
    const entry = drawing.types.get(event.dataTransfer.getData(DRAGGED_TYPE));
    if (!entry) return;
    event.preventDefault();
    const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const position = { x: at.x - CARD.width / 2, y: at.y - 20 };
    const line = lineUnder(event);
    drawing.run(addNode(entry, { position, ...(line ? { after: line } : {}) }));
  };

  return (
    <div className={styles.canvas} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <ReactFlow
        aria-label={t('draw.canvas')}
        nodes={nodes}
        edges={drawn.edges}
        nodeTypes={NODE_TYPES}
        onNodesChange={change}
        {...editing(drawing)}
        deleteKeyCode={null}
        multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
        minZoom={0.1}
        maxZoom={1.6}
        onlyRenderVisibleElements={nodes.length > MANY}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={22} color="#dfe3e8" />
        <Controls showInteractive={false} position="bottom-left" />
        <MiniMap pannable zoomable style={MAP} position="bottom-right" ariaLabel={t('draw.map')} />
      </ReactFlow>
    </div>
  );
}

/** What React Flow reports, as commands. */
function editing({ run }: Drawing): Partial<ReactFlowProps<DrawnNode>> {
  return {
    onNodeDragStop: (_, __, moved) =>
      void run(moveNodes(new Map(moved.map(({ id, position }) => [id, position])))),
    onConnect: ({ source, sourceHandle, target }) =>
      void run(connect({ from: source, outcome: sourceHandle ?? '', to: target })),
    onEdgesDelete: (gone) =>
      void run(
        disconnect(
          gone.map(({ source, sourceHandle }) => ({ from: source, outcome: sourceHandle ?? '' })),
        ),
      ),
    onNodesDelete: (gone) => void run(removeNodes(gone.map(({ id }) => id))),
  };
}

/** The nodes as they are shown: those of the document, with the drag and the sizes of the moment. */
function useShownNodes(drawing: Drawing, drawn: DrawnNode[]) {
  const [shown, setShown] = useState({ of: drawn, nodes: drawn });
  if (shown.of !== drawn) {
    const sizes = new Map(shown.nodes.map(({ id, measured }) => [id, measured]));
    const nodes = drawn.map((node) => {
      const measured = sizes.get(node.id);
      return measured ? { ...node, measured } : node;
    });
    setShown({ of: drawn, nodes });
  }
  const change = (changes: NodeChange<DrawnNode>[]) => {
    setShown((now) => ({ ...now, nodes: applyNodeChanges(changes, now.nodes) }));
    const picks = changes.filter((one) => one.type === 'select');
    if (picks.length === 0) return;
    const off = new Set(picks.filter((one) => !one.selected).map(({ id }) => id));
    const on = picks.filter((one) => one.selected).map(({ id }) => id);
    const kept = drawing.selected.filter((id) => !off.has(id) && !on.includes(id));
    drawing.select([...kept, ...on]);
  };
  return { nodes: shown.nodes, change };
}

const MAP = { width: 130, height: 90 };
const MANY = 80;
const CARD = { width: 248 };

/** The line on which something is dropped: it comes in between. */
function lineUnder(event: DragEvent): { nodeId: string; outcome: string } | null {
  const [line] = document
    .elementsFromPoint(event.clientX, event.clientY)
    .flatMap((element) => element.closest('.react-flow__edge')?.getAttribute('data-id') ?? []);
  const space = line?.indexOf(' ') ?? -1;
  return line && space > 0
    ? { nodeId: line.slice(0, space), outcome: line.slice(space + 1) }
    : null;
}
