import '@xyflow/react/dist/style.css';
import { useReducedMotion } from '@mantine/hooks';
import {
  Background,
  Controls,
  type Edge,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { CARD_WIDTH } from '../flows/to-canvas.ts';
import styles from './player.module.css';
import { TraceCard, type TraceNode } from './TraceCard.tsx';

type TracePictureProps = {
  readonly label: string;
  readonly nodes: readonly TraceNode[];
  readonly edges: readonly Edge[];
  readonly selectedId?: string | null;
  readonly onSelect?: (id: string | null) => void;
  /** The step that is kept in sight. */
  readonly follow?: string | null;
};

const NODE_TYPES = { trace: TraceCard };
const HALF_CARD = 48;
const CLOSE = 0.9;

/** The drawing of a flow with something shown on it; it can be moved and enlarged, not changed. */
export function TracePicture(props: TracePictureProps) {
  const { label, nodes, edges, selectedId = null, onSelect, follow = null } = props;
  return (
    <div className={styles.picture}>
      <ReactFlowProvider>
        <ReactFlow
          aria-label={label}
          nodes={nodes.map((node) => ({ ...node, selected: node.id === selectedId }))}
          edges={[...edges]}
          nodeTypes={NODE_TYPES}
          fitView={follow === null}
          fitViewOptions={{ padding: 0.08, maxZoom: 1 }}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          nodesFocusable={false}
          deleteKeyCode={null}
          minZoom={0.15}
          maxZoom={1.6}
          proOptions={{ hideAttribution: true }}
          {...(onSelect
            ? {
                onNodeClick: (_: unknown, node: TraceNode) => onSelect(node.id),
                onPaneClick: () => onSelect(null),
              }
            : {})}
          zoomOnScroll={false}
          preventScrolling={false}
        >
          <Background gap={22} color="#dfe3e8" />
          <Controls showInteractive={false} position="top-right" />
          <Follow id={follow} />
        </ReactFlow>
      </ReactFlowProvider>
    </div>
  );
}

/**
 * Brings the present step into the middle, also when the picture opens or changes its size. It glides
 * only from one step to another, and not for who asked for less motion.
 */
function Follow({ id }: { id: string | null }) {
  const flow = useReactFlow();
  const isStill = useReducedMotion(false, { getInitialValueInEffect: false });
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    // Before it has a size, there is no middle to bring anything to.
    const node = id === null || width === 0 || height === 0 ? undefined : flow.getNode(id);
    if (!node) return;
    const isNextStep = shown.current !== null && shown.current !== id;
    shown.current = id;
    const zoom = Math.max(flow.getZoom(), CLOSE * Math.min(1, window.innerWidth / 640));
    void flow.setCenter(node.position.x + CARD_WIDTH / 2, node.position.y + HALF_CARD, {
      zoom,
      duration: isNextStep && !isStill ? 350 : 0,
    });
  }, [id, flow, isStill, width, height]);
  return null;
}
