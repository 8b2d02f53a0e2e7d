import type { CatalogueEntry, FlowDocument, Problem } from '@inning/sdk';
import type { Command } from './command.ts';
import { addNode, defaultsOf } from './commands/add-node.ts';
import { connect, disconnect } from './commands/connect.ts';
import { removeNodes } from './commands/remove-nodes.ts';

/** A problem that can be mended in one go, and how. */
export type Fix = {
  /** Text key under `fixes`, for the button. */
  readonly id: string;
  readonly command: Command;
};

type Types = ReadonlyMap<string, CatalogueEntry>;
type Drawn = { readonly flow: FlowDocument; readonly types: Types };
type Found = Pick<Problem, 'code' | 'nodeIds' | 'message'>;

/** How this problem is mended; null when that takes a person's judgement. */
export function fixFor(problem: Found, drawn: Drawn): Fix | null {
  const command = FIXES[problem.code]?.(problem, drawn) ?? null;
  if (!command) return null;
  const [id, how] = command;
  // What would do nothing, or cannot be done, is not offered.
  const next = how.apply(drawn.flow);
  return next === null || next === drawn.flow ? null : { id, command: { ...how, label: 'fix' } };
}

type FixMaker = (problem: Found, drawn: Drawn) => readonly [string, Command] | null;

const fact = ({ message }: Found, name: string): string => String(message.params?.[name] ?? '');

const removeStep: FixMaker = ({ nodeIds }) => ['remove-step', removeNodes(nodeIds)];
const cutLine: FixMaker = (problem) => [
  'cut-line',
  disconnect([{ from: fact(problem, 'from'), outcome: fact(problem, 'outcome') }]),
];

const FIXES: Readonly<Record<string, FixMaker>> = {
  FLOW_UNREACHABLE_STEP: removeStep,
  FLOW_UNKNOWN_STEP: removeStep,
  FLOW_LOOSE_EDGE: cutLine,
  FLOW_UNKNOWN_OUTCOME: cutLine,
  FLOW_EDGE_INTO_START: cutLine,
  FLOW_OPEN_OUTCOME: (problem, drawn) => [
    'lead-to-end',
    leadToEnd(fact(problem, 'node'), fact(problem, 'outcome'), drawn.types),
  ],
  FLOW_DOUBLE_EDGE: (problem) => [
    'keep-first',
    keepFirst(fact(problem, 'from'), fact(problem, 'outcome')),
  ],
  FLOW_NO_PAID_GOAL: () => [
    'end-when-paid',
    {
      label: 'fix',
      apply: (flow) => ({ ...flow, goals: [...new Set([...flow.goals, 'paid' as const])] }),
    },
  ],
  FLOW_SUBJECT_UNKNOWN: () => [
    'per-debtor',
    { label: 'fix', apply: (flow) => ({ ...flow, subject: 'debtor' }) },
  ],
  FLOW_NO_START: (_, { types }) => ['add-start', addStart(types)],
  FLOW_SAME_ANCHORS: (problem) => ['drop-double', dropDoubleAnchors(fact(problem, 'node'))],
  FLOW_INVALID_CONFIG: (problem, { types }) => [
    'use-default',
    useDefault(fact(problem, 'node'), fact(problem, 'field'), types),
  ],
};

const BELOW = 190;
const BESIDE = 280;

/** To the step that ends the flow; with one of its own when there is none yet. */
function leadToEnd(from: string, outcome: string, types: Types): Command {
  return {
    label: 'fix',
    apply(flow) {
      const ends = Object.keys(flow.nodes).filter(
        (id) => types.get(flow.nodes[id]?.type ?? '')?.isEnd,
      );
      const [end] = ends;
      if (end !== undefined) return connect({ from, outcome, to: end }).apply(flow);
      const entry = [...types.values()].find(({ isEnd }) => isEnd);
      const { x, y } = flow.nodes[from]?.position ?? { x: 0, y: 0 };
      const position = { x: x + BESIDE, y: y + BELOW };
      return entry
        ? addNode(entry, { position, after: { nodeId: from, outcome } }).apply(flow)
        : null;
    },
  };
}

const keepFirst = (from: string, outcome: string): Command => ({
  label: 'fix',
  apply(flow) {
    const isOne = (edge: FlowDocument['edges'][number]) =>
      edge.from === from && edge.outcome === outcome;
    const first = flow.edges.find(isOne);
    return { ...flow, edges: flow.edges.filter((edge) => edge === first || !isOne(edge)) };
  },
});

/** A start above everything, leading to the one step that nothing leads to yet. */
function addStart(types: Types): Command {
  return {
    label: 'fix',
    apply(flow) {
      const entry = [...types.values()].find(({ kind }) => kind === 'trigger');
      if (!entry) return null;
      const root = onlyRoot(flow);
      const id = newName(flow);
      const added = addNode(entry, { id, position: above(flow, root) }).apply(flow);
      const [outcome] = Object.keys(entry.outcomes);
      if (!added || root === null || outcome === undefined) return added;
      return connect({ from: id, outcome, to: root }).apply(added);
    },
  };
}

/** The one step that no line leads to. */
function onlyRoot({ nodes, edges }: FlowDocument): string | null {
  const entered = new Set(edges.map(({ to }) => to));
  const [root, ...others] = Object.keys(nodes).filter((id) => !entered.has(id));
  return root === undefined || others.length > 0 ? null : root;
}

function above({ nodes }: FlowDocument, root: string | null) {
  const rows = Object.values(nodes).map(({ position }) => position?.y ?? 0);
  const x = root === null ? 0 : (nodes[root]?.position?.x ?? 0);
  return { x, y: rows.length === 0 ? 0 : Math.min(...rows) - BELOW };
}

function newName({ nodes }: FlowDocument): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? 'start' : `start-${number}`;
    if (!Object.hasOwn(nodes, id)) return id;
  }
}

const dropDoubleAnchors = (id: string): Command => ({
  label: 'fix',
  apply(flow) {
    const node = flow.nodes[id];
    const anchors = node?.config['anchors'];
    if (!node || !Array.isArray(anchors)) return null;
    const seen = new Set<string>();
    const left = anchors.filter((anchor: Readonly<Record<string, unknown>>) => {
      const { from, step, days = 0, unit = 'days' } = anchor;
      const meaning = JSON.stringify([from, step, days, unit]);
      return !seen.has(meaning) && seen.add(meaning);
    });
    return withConfig(flow, id, { ...node.config, anchors: left });
  },
});

/** What the step type gives of itself for a field that is missing or wrong. */
const useDefault = (id: string, field: string, types: Types): Command => ({
  label: 'fix',
  apply(flow) {
    const node = flow.nodes[id];
    const entry = types.get(node?.type ?? '');
    const defaults = entry ? defaultsOf(entry.config) : {};
    if (!node || !Object.hasOwn(defaults, field)) return null;
    return withConfig(flow, id, { ...node.config, [field]: defaults[field] });
  },
});

function withConfig(
  flow: FlowDocument,
  id: string,
  config: Readonly<Record<string, unknown>>,
): FlowDocument | null {
  const node = flow.nodes[id];
  return node ? { ...flow, nodes: { ...flow.nodes, [id]: { ...node, config } } } : null;
}
