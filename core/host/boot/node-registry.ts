import { catalogueEntry, type NodeDefinition } from '@inning/sdk';
import type { NodeRegistry } from '../registries.ts';

/** All node types together, whatever their kind. */
export function createNodeRegistry(nodes: readonly NodeDefinition[]): NodeRegistry {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const entries = new Map(nodes.map((node) => [node.id, catalogueEntry(node)]));

  return {
    find: (id, version) => {
      const node = byId.get(id) ?? null;
      return version === undefined || node?.version === version ? node : null;
    },
    all: () => [...byId.values()],
    catalogue: {
      find: (id) => entries.get(id) ?? null,
      all: () => [...entries.values()],
    },
  };
}
