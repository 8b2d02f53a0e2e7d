import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FlowDocument } from '@inning/sdk';
import { build } from 'esbuild';
import { PROJECT_DIR } from '../../../core/project-dir.ts';

export type Floor = { readonly address: string; close(): void };

/** The same steps and lines as plain nodes, and nothing else. Text: it is no page of this project. */
const PAGE = `
import '@xyflow/react/dist/style.css';
import { ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

function PlainCanvas({ drawn }) {
  const [nodes, , onNodesChange] = useNodesState(drawn.nodes);
  const [edges, , onEdgesChange] = useEdgesState(drawn.edges);
  const drawing = { nodes, edges, onNodesChange, onEdgesChange };
  return (
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow {...drawing} onlyRenderVisibleElements fitView minZoom={0.1} />
    </div>
  );
}

const drawn = await (await fetch('/flow.json')).json();
createRoot(document.getElementById('root')).render(<PlainCanvas drawn={drawn} />);
`;

/** The plain canvas on a server of its own. */
export async function serveFloor(flow: FlowDocument): Promise<Floor> {
  const bundled = await build({
    stdin: { contents: PAGE, loader: 'jsx', resolveDir: PROJECT_DIR },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    outdir: 'floor',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = (end: string) =>
    bundled.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': [
      'text/html',
      '<link rel=stylesheet href=/c.css><div id=root></div><script type=module src=/c.js></script>',
    ],
    '/c.js': ['text/javascript', textOf('.js')],
    '/c.css': ['text/css', textOf('.css')],
    '/flow.json': ['application/json', JSON.stringify(plain(flow))],
  };
  const server = createServer(({ url = '/' }, response) => {
    const [type, text] = files[url] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

const plain = ({ nodes, edges }: FlowDocument) => ({
  nodes: Object.entries(nodes).map(([id, { type, position }]) => ({
    id,
    position,
    data: { label: type },
  })),
  edges: edges.map(({ from, outcome, to }) => ({
    id: `${from} ${outcome}`,
    source: from,
    target: to,
  })),
});
