import type { CatalogueEntry } from './catalogue.ts';
import { findConfigProblems, type ProblemContext } from './find-config-problems.ts';
import type { FlowDocument } from './flow-document.ts';
import { problem } from './new-problem.ts';
import { emptyWeeks } from './settings/contact-hours.ts';
import type { Problem } from './problem.ts';
import { findLoop, reachableFrom } from './walk.ts';

/** Everything structurally wrong with a flow; pure, and the same on the server and in the designer. */
export function findProblems(flow: FlowDocument, context: ProblemContext): Problem[] {
  const entries = new Map<string, CatalogueEntry>();
  for (const [id, node] of Object.entries(flow.nodes)) {
    const entry = context.catalogue.find(node.type);
    if (entry) entries.set(id, entry);
  }
  return [
    ...findUnknownSubject(flow),
    ...findClosedHours(flow),
    ...findUnknownNodes(flow, entries),
    ...findInvalidConfigs(flow, entries, context),
    ...findEdgeProblems(flow, entries),
    ...findOpenOutcomes(flow, entries),
    ...findUnreachable(flow, entries),
    ...findLoops(flow, entries),
  ];
}

type Entries = ReadonlyMap<string, CatalogueEntry>;

/** What instances can walk with today; the schema knows more than the engine does yet. */
const SUBJECTS: readonly string[] = ['debtor', 'invoice'];

function findUnknownSubject({ subject, goals }: FlowDocument): Problem[] {
  const problems: Problem[] = [];
  if (!SUBJECTS.includes(subject)) problems.push(problem('FLOW_SUBJECT_UNKNOWN', [], { subject }));
  if (!goals.includes('paid')) problems.push(problem('FLOW_NO_PAID_GOAL', [], {}));
  return problems;
}

/** Hours that never come would let every letter wait for ever. */
function findClosedHours({ settings }: FlowDocument): Problem[] {
  const weeks = settings.contactHours ? emptyWeeks(settings.contactHours) : [];
  return weeks.map((week) => problem('FLOW_CLOSED_HOURS', [], { week, field: 'contactHours' }));
}

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
  return Object.entries(flow.nodes).flatMap(([id, node]) => {
    const entry = entries.get(id);
    return entry ? findConfigProblems(flow, { id, node, entry }, context) : [];
  });
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
