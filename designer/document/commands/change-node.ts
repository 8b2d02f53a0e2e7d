import type { FlowDocument, FlowNode } from '@inning/sdk';
import type { Command } from '../command.ts';

/** Other settings for a node. Typing in one field is one entry in the history. */
export const setConfig = (id: string, config: FlowNode['config'], field = ''): Command => ({
  label: 'configure',
  mark: `config ${id} ${field}`,
  apply: (flow) => withNode(flow, id, { config }),
});

/** Another name on the card; null takes it away. */
export const setLabel = (id: string, label: FlowNode['label'] | null): Command => ({
  label: 'rename',
  mark: `label ${id}`,
  apply: (flow) => withNode(flow, id, { label: label ?? undefined }),
});

/** A remark for colleagues; empty takes it away. */
export const setNote = (id: string, note: string): Command => ({
  label: 'note',
  mark: `note ${id}`,
  apply: (flow) => withNode(flow, id, { note: note === '' ? undefined : note }),
});

/** Which letter of the series this is (FLOW-10); null when it is none. */
export const setStage = (id: string, stage: number | null): Command => ({
  label: 'stage',
  mark: `stage ${id}`,
  apply: (flow) => withNode(flow, id, { stage: stage ?? undefined }),
});

type Change = { readonly [Field in keyof FlowNode]?: FlowNode[Field] | undefined };

function withNode(flow: FlowDocument, id: string, change: Change): FlowDocument | null {
  const node = Object.hasOwn(flow.nodes, id) ? flow.nodes[id] : undefined;
  if (!node) return null;
  const merged = Object.entries({ ...node, ...change }).filter(([, value]) => value !== undefined);
  const next = Object.fromEntries(merged) as FlowNode;
  if (JSON.stringify(next) === JSON.stringify(node)) return flow;
  return { ...flow, nodes: { ...flow.nodes, [id]: next } };
}
