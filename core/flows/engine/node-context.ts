import type { NodeContext } from '@inning/sdk';
import type { CompiledNode } from './compile-flow.ts';
import type { Walk } from './walk.ts';

/** What a node may know: its settings, the claim as read, today, and where the instance came from. */
export function nodeContext(walk: Walk, node: CompiledNode): NodeContext<never> {
  return {
    // Each node checked its own settings when the flow was published; the engine holds them as data.
    config: node.config as never,
    claim: walk.claim,
    today: walk.today,
    anchors: walk.anchors(),
    country: walk.situation.facts.country,
  };
}
