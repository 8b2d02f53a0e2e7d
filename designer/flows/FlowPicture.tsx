import '@xyflow/react/dist/style.css';
import { Background, Controls, ReactFlow, useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './flows.module.css';
import { StepCard } from './StepCard.tsx';
import type { toCanvas } from './to-canvas.ts';

type FlowPictureProps = ReturnType<typeof toCanvas> & {
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
};

const NODE_TYPES = { step: StepCard };

/** The drawing of a published version: it can be moved and enlarged, not changed. */
export function FlowPicture({ nodes, edges, selectedId, onSelect }: FlowPictureProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.picture}>
      <ReactFlow
        aria-label={t('flows.picture')}
        nodes={nodes.map((node) => ({ ...node, selected: node.id === selectedId }))}
        edges={edges}
        nodeTypes={NODE_TYPES}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        nodesFocusable={false}
        deleteKeyCode={null}
        minZoom={0.2}
        maxZoom={1.4}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.08 }}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(_, node) => onSelect(node.id)}
        onPaneClick={() => onSelect(null)}
        zoomOnScroll={false}
        panOnScroll
      >
        <Background gap={22} color="#dfe3e8" />
        <Controls showInteractive={false} />
        <ShowSelected id={selectedId} />
      </ReactFlow>
    </div>
  );
}

/** Brings the step that was chosen in the list into view. */
function ShowSelected({ id }: { id: string | null }) {
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (id !== null) void fitView({ nodes: [{ id }], maxZoom: 1, minZoom: 0.6, duration: 250 });
  }, [id, fitView]);
  return null;
}
