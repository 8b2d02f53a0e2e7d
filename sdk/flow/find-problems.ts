import { Value } from 'typebox/value';
import { message } from '../message.ts';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import type { Problem, Severity } from './problem.ts';
import { findLoop, reachableFrom } from './walk.ts';

/** What the list needs beside the document: node types, and how expressions are checked. */
export type ProblemContext = {
  readonly catalogue: Catalogue;
  /** The error in a CEL condition, or null; left out where no evaluator is at hand. */
  readonly checkExpression?: (expression: string) => string | null;
};

/** Everything structurally wrong with a flow; pure, and the same on the server and in the designer. */
export function findProblems(flow: FlowDocument, context: ProblemContext): Problem[] {
  const entries = new Map<string, CatalogueEntry>();
  for (const [id, node] of Object.entries(flow.nodes)) {
    const entry = context.catalogue.find(node.type);
    if (entry) entries.set(id, entry);
  }
  return [
    ...findUnknownNodes(flow, entries),
    ...findInvalidConfigs(flow, entries, context),
    ...findEdgeProblems(flow, entries),
    ...findOpenOutcomes(flow, entries),
    ...findUnreachable(flow, entries),
    ...findLoops(flow, entries),
  ];
}

const WARNING: Severity = 'warning';
type Entries = ReadonlyMap<string, CatalogueEntry>;

function findUnknownNodes(flow: FlowDocument, entries: Entries): Problem[] {
  const problems: Problem[] = [];
  for (const [id, node] of Object.entries(flow.nodes)) {
    const entry = entries.get(id);
    if (!entry) {
      problems.push(problem('FLOW_UNKNOWN_STEP', [id], { node: id, type: node.type }));
    } else if (node.version > entry.version) {
      const { type, version } = node;
      problems.push(problem('FLOW_STEP_TOO_NEW', [id], { node: id, type, version }));
    }
  }
  return problems;
}

function findInvalidConfigs(
  flow: FlowDocument,
  entries: Entries,
  context: ProblemContext,
): Problem[] {
  const problems: Problem[] = [];
  for (const [id, node] of Object.entries(flow.nodes)) {
    const entry = entries.get(id);
    if (!entry || node.version !== entry.version) continue;
    for (const { instancePath, message: text } of Value.Errors(entry.config, node.config)) {
      const field = instancePath.slice(1).replaceAll('/', '.') || '–';
      problems.push(problem('FLOW_INVALID_CONFIG', [id], { node: id, field, problem: text }));
    }
    problems.push(...findExpressionErrors({ id, node, entry }, context));
    problems.push(...findMissingSteps(id, node, flow));
  }
  return problems;
}

/** Config fields that the schema marks with `editor: 'expression'` hold CEL. */
function findExpressionErrors(
  { id, node, entry }: { id: string; node: FlowNode; entry: CatalogueEntry },
  { checkExpression }: ProblemContext,
): Problem[] {
  const problems: Problem[] = [];
  for (const [field, schema] of Object.entries(entry.config.properties)) {
    const value = node.config[field];
    if (!('editor' in schema) || schema.editor !== 'expression') continue;
    if (!checkExpression || typeof value !== 'string') continue;
    const error = checkExpression(value);
    if (error) {
      problems.push(problem('FLOW_INVALID_EXPRESSION', [id], { node: id, field, problem: error }));
    }
  }
  return problems;
}

/** An anchor may name another step: that step must be there. */
function findMissingSteps(id: string, node: FlowNode, flow: FlowDocument): Problem[] {
  const anchors = node.config['anchors'];
  if (!Array.isArray(anchors)) return [];
  const named = anchors.flatMap((anchor: unknown) =>
    typeof anchor === 'object' && anchor !== null && 'step' in anchor ? [anchor.step] : [],
  );
  const missing = named.filter(
    (step): step is string => typeof step === 'string' && !Object.hasOwn(flow.nodes, step),
  );
  const texts = anchors.map((anchor) => JSON.stringify(anchor));
  const twice = texts.some((text, index) => texts.indexOf(text) !== index);
  return [
    ...missing.map((step) => problem('FLOW_MISSING_ANCHOR_STEP', [id], { node: id, step })),
    ...(twice ? [{ ...problem('FLOW_SAME_ANCHORS', [id], { node: id }), severity: WARNING }] : []),
  ];
}

function findEdgeProblems(flow: FlowDocument, entries: Entries): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { from, outcome, to } of flow.edges) {
    const facts = { from, outcome, to };
    const missing = [from, to].filter((id) => !Object.hasOwn(flow.nodes, id));
    const known = [from, to].filter((id) => Object.hasOwn(flow.nodes, id));
    if (missing.length > 0) problems.push(problem('FLOW_LOOSE_EDGE', known, facts));
    const source = entries.get(from);
    if (source && !Object.hasOwn(source.outcomes, outcome)) {
      problems.push(problem('FLOW_UNKNOWN_OUTCOME', [from], facts));
    }
    if (entries.get(to)?.kind === 'trigger') {
      problems.push(problem('FLOW_EDGE_INTO_START', [from, to], facts));
    }
    const key = `${from} ${outcome}`;
    if (seen.has(key)) problems.push(problem('FLOW_DOUBLE_EDGE', [from], facts));
    seen.add(key);
  }
  return problems;
}

function findOpenOutcomes(flow: FlowDocument, entries: Entries): Problem[] {
  const connected = new Set(flow.edges.map((edge) => `${edge.from} ${edge.outcome}`));
  return [...entries].flatMap(([id, entry]) =>
    entry.isEnd
      ? []
      : Object.keys(entry.outcomes)
          .filter((outcome) => !connected.has(`${id} ${outcome}`))
          .map((outcome) => problem('FLOW_OPEN_OUTCOME', [id], { node: id, outcome })),
  );
}

function findUnreachable(flow: FlowDocument, entries: Entries): Problem[] {
  const starts = [...entries].filter(([, entry]) => entry.kind === 'trigger').map(([id]) => id);
  if (starts.length === 0) return [problem('FLOW_NO_START', [], {})];
  const reached = reachableFrom(flow, starts);
  return Object.keys(flow.nodes)
    .filter((id) => !reached.has(id))
    .map((id) => problem('FLOW_UNREACHABLE_STEP', [id], { node: id }));
}

function findLoops(flow: FlowDocument, entries: Entries): Problem[] {
  const loop = findLoop(flow, (id) => entries.get(id)?.kind === 'wait');
  if (!loop) return [];
  return [{ ...problem('FLOW_LOOP_WITHOUT_WAIT', [...new Set(loop)], {}), path: loop }];
}

function problem(
  code: string,
  nodeIds: readonly string[],
  params: Record<string, string | number>,
): Problem {
  return { code, severity: 'error', nodeIds, message: message(code, params) };
}
