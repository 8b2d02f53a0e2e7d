import { fileURLToPath } from 'node:url';
import type { NodeDefinition } from '@inning/sdk';
import { createSentDocuments } from '../../../core/domain/communications/index.ts';
import { createDocumentRenderer } from '../../../core/documents/index.ts';
import { createFlows, type Flows, type FlowsDeps } from '../../../core/flows/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';

const TEMPLATES = fileURLToPath(new URL('../../../templates/messages', import.meta.url));

/** The engine after a restart on the same database with other node types: a plugin is gone, or older. */
export function restartedWith(
  world: FlowWorld,
  change: (definition: NodeDefinition | null) => NodeDefinition | null,
  toolsFor?: FlowsDeps['toolsFor'],
): Flows {
  const { nodes, countries } = world.registries;
  return createFlows({
    ...world,
    ...(toolsFor ? { toolsFor } : {}),
    nodes: { ...nodes, find: (id) => change(nodes.find(id)) },
    countries,
    mailFor: async () => world.mailbox,
    renderer: createDocumentRenderer({ templatesDir: TEMPLATES }),
    links: () => ({ payUrl: 'https://inning.example/pay', respondUrl: 'https://inning.example' }),
    keepDocuments: createSentDocuments(world.store).keepSent,
    log: { error: (details, text) => console.error(text, details) },
  });
}
