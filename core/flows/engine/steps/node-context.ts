import type { ActionDefinition, NodeContext, NodePorts, WaitContext } from '@inning/sdk';
import type { CompiledNode } from '../drawings/index.ts';
import type { Walk } from '../walking/index.ts';
import { pluginOf, scopeOf } from './node-tools.ts';

/** What a node may know: its settings, the claim as read, today, and where the instance came from. */
export function nodeContext(walk: Walk, node: CompiledNode): NodeContext<never> {
  return {
    // Each node checked its own settings when the flow was published; the engine holds them as data.
    config: node.config as never,
    claim: walk.claim,
    today: walk.today,
    anchors: walk.anchors(),
    country: walk.situation.facts.country,
    scope: scopeOf(walk.situation.instance),
  };
}

export const waitContext = (walk: Walk, node: CompiledNode): WaitContext<never> => ({
  ...nodeContext(walk, node),
  country: walk.situation.facts.country,
});

/** The key is the same when the step is tried again. */
export function actionContext(
  walk: Walk,
  node: CompiledNode,
  { ports, key }: { readonly ports: NodePorts; readonly key: string },
): Parameters<ActionDefinition['run']>[0] {
  const tools = walk.situation.tools(pluginOf(node.definition.id));
  return { ...nodeContext(walk, node), ports, idempotencyKey: key, tools };
}
