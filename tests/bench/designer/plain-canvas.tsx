import '@xyflow/react/dist/style.css';
import { type Edge, type Node, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

type Drawn = { readonly nodes: Node[]; readonly edges: Edge[] };

/** The floor: the same steps and lines as plain nodes on the same canvas, and nothing else. */
function PlainCanvas({ drawn }: { readonly drawn: Drawn }) {
  const [nodes, , changeNodes] = useNodesState(drawn.nodes);
  const [edges, , changeEdges] = useEdgesState(drawn.edges);
  return (
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={changeNodes}
        onEdgesChange={changeEdges}
        onlyRenderVisibleElements
        fitView
        minZoom={0.1}
      />
    </div>
  );
}

const drawn = (await (await fetch('/flow.json')).json()) as Drawn;
const root = document.getElementById('root');
if (root) createRoot(root).render(<PlainCanvas drawn={drawn} />);
