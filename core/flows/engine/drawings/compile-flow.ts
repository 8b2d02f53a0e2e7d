import {
  type FlowDocument,
  type FlowNode,
  type Message,
  message,
  type NodeDefinition,
} from '@inning/sdk';
import { migrateConfig } from '../../definition/migrate-config.ts';

/**
 * Where node types come from: the host's registries, or a plugin under test. With a version it is that
 * version of the type or nothing, without one the newest.
 */
export type NodeTypes = { find(type: string, version?: number): NodeDefinition | null };

export type CompiledNode = {
  readonly id: string;
  readonly node: FlowNode;
  readonly definition: NodeDefinition;
  readonly config: Record<string, unknown>;
};

/** A published flow, ready to be walked: definitions looked up, configs migrated, edges indexed. */
export type CompiledFlow = {
  readonly flowId: string;
  readonly version: number;
  readonly slug: string;
  readonly document: FlowDocument;
  /** Null when the installed plugins cannot walk it: the instance gets stuck with that reason. */
  node(id: string): CompiledNode | null;
  /** Why a step cannot be walked. */
  problemOf(id: string, node: Pick<FlowNode, 'type' | 'version'> | undefined): Message;
  /** An action that stands inside another node, looked up and migrated like the rest. */
  compile(id: string, node: FlowNode): CompiledNode | null;
  next(id: string, outcome: string): string | null;
  readonly startId: string | null;
};

export function compileFlow(
  source: { flowId: string; version: number; slug: string; document: FlowDocument },
  types: NodeTypes,
): CompiledFlow {
  const { document } = source;
  const nodes = new Map<string, CompiledNode>();
  const compile = (id: string, node: FlowNode): CompiledNode | null => {
    // A step stays with the version it was drawn with for as long as that is there.
    const definition = types.find(node.type, node.version) ?? types.find(node.type);
    if (!definition || node.version > definition.version) return null;
    return { id, node, definition, config: migrateConfig(definition, node) };
  };
  for (const [id, node] of Object.entries(document.nodes)) {
    const compiled = compile(id, node);
    if (compiled) nodes.set(id, compiled);
  }
  const edges = new Map(document.edges.map((edge) => [`${edge.from} ${edge.outcome}`, edge.to]));
  const start = [...nodes.values()].find(({ definition }) => definition.kind === 'trigger');

  return {
    ...source,
    node: (id) => nodes.get(id) ?? null,
    compile,
    problemOf(id, { type, version } = { type: id, version: 1 }) {
      const code = types.find(type) ? 'step-too-new' : 'unknown-step';
      return message(`flow.stuck.${code}`, { node: id, type, version });
    },
    next: (id, outcome) => edges.get(`${id} ${outcome}`) ?? null,
    startId: start?.id ?? null,
  };
}
