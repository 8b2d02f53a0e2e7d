import { catalogueEntry, type NodeDefinition } from '@inning/sdk';
import type { NodeRegistry } from '../registries.ts';

/** All node types together, whatever their kind. */
export function createNodeRegistry(nodes: readonly NodeDefinition[]): NodeRegistry {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const entries = new Map(nodes.map((node) => [node.id, catalogueEntry(node)]));

  return {
    find: (id) => byId.get(id) ?? null,
    all: () => [...byId.values()],
    migrate({ type, version, config }) {
      const node = byId.get(type);
      if (!node || version > node.version) return null;
      let current: Record<string, unknown> = { ...config };
      for (let from = version; from < node.version; from += 1) {
        // The boot has checked that no step is missing.
        current = { ...node.migrate?.[from]?.(current) };
      }
      return current;
    },
    catalogue: {
      find: (id) => entries.get(id) ?? null,
      all: () => [...entries.values()],
    },
  };
}
