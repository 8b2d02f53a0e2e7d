import '@xyflow/react/dist/style.css';
import { useElementSize } from '@mantine/hooks';
import {
  Background,
  Controls,
  type Node,
  type NodeTypes,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './flows.module.css';
import { StepCard } from './StepCard.tsx';
import { type Canvas, CARD_WIDTH } from './to-canvas.ts';

type FlowPictureProps = Omit<Canvas, 'nodes'> & {
  readonly nodes: readonly Node[];
  /** How a step is drawn; left out, as a plain card. */
  readonly nodeTypes?: NodeTypes;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
};

const NODE_TYPES = { step: StepCard };
const MARGIN = 40;
const CARD_HEIGHT = 96;

/**
 * The drawing of a published version, as high as it is long: the page scrolls over it like over a
 * letter. It can be moved and enlarged, not changed.
 */
export function FlowPicture(props: FlowPictureProps) {
  const { nodes, edges, nodeTypes = NODE_TYPES, selectedId, onSelect } = props;
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const size = sizeOf(nodes);
  const zoom = Math.min(1, width / size.width);
  const left = Math.max(0, (width - size.width * zoom) / 2);
  return (
    <div ref={ref} className={styles.picture} style={{ height: size.height * (zoom || 1) }}>
      {width > 0 && (
        <ReactFlow
          key={width}
          aria-label={t('flows.picture')}
          nodes={nodes.map((node) => ({ ...node, selected: node.id === selectedId }))}
          edges={edges}
          nodeTypes={nodeTypes}
          defaultViewport={{
            x: left + (MARGIN - size.left) * zoom,
            y: (MARGIN - size.top) * zoom,
            zoom,
          }}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          nodesFocusable={false}
          deleteKeyCode={null}
          minZoom={0.2}
          maxZoom={1.6}
          proOptions={{ hideAttribution: true }}
          onNodeClick={(_, node) => onSelect(node.id)}
          onPaneClick={() => onSelect(null)}
          zoomOnScroll={false}
          preventScrolling={false}
        >
          <Background gap={22} color="#dfe3e8" />
          <Controls showInteractive={false} position="top-right" />
          <ShowSelected id={selectedId} />
        </ReactFlow>
      )}
    </div>
  );
}

function sizeOf(nodes: readonly Node[]) {
  const xs = nodes.map(({ position }) => position.x);
  const ys = nodes.map(({ position }) => position.y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    left,
    top,
    width: Math.max(...xs) - left + CARD_WIDTH + 2 * MARGIN,
    height: Math.max(...ys) - top + CARD_HEIGHT + 2 * MARGIN,
  };
}

/** Brings the step that was chosen in the list onto the screen. */
function ShowSelected({ id }: { id: string | null }) {
  const { getNode } = useReactFlow();
  useEffect(() => {
    if (id === null || !getNode(id)) return;
    const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    card?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [id, getNode]);
  return null;
}
