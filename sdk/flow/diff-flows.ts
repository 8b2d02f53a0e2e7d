import { message, type Message } from '../message.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';

/** One difference between two drawings that a person would tell another of. */
export type FlowChange = {
  readonly kind: 'added' | 'removed' | 'changed' | 'rerouted' | 'whole';
  /** The step it is about; null for the flow as a whole. */
  readonly nodeId: string | null;
  /** Where it differs: `config.anchors.0.days`, `settings.sendAt`, the outcome of a line. */
  readonly path: string | null;
  readonly from: unknown;
  readonly to: unknown;
};

/**
 * What differs in meaning between two flows: steps, settings, lines, and what holds for the whole. Where
 * cards stand on the canvas and remarks for colleagues mean nothing to a running case and are left out.
 */
export function diffFlows(before: FlowDocument, after: FlowDocument): FlowChange[] {
  const ids = [...new Set([...Object.keys(before.nodes), ...Object.keys(after.nodes)])];
  return [
    ...WHOLE.flatMap((field) =>
      leaves(before[field], after[field], field).map((leaf) => change('whole', null, leaf)),
    ),
    ...ids.flatMap((id) => diffNode(id, before, after)),
    ...diffLines(before, after),
  ];
}

const WHOLE = ['name', 'description', 'country', 'subject', 'goals', 'settings'] as const;

type Leaf = { readonly path: string; readonly from: unknown; readonly to: unknown };

const change = (kind: FlowChange['kind'], nodeId: string | null, leaf: Leaf): FlowChange => ({
  kind,
  nodeId,
  ...leaf,
});

function diffNode(id: string, before: FlowDocument, after: FlowDocument): FlowChange[] {
  const old = Object.hasOwn(before.nodes, id) ? before.nodes[id] : undefined;
  const next = Object.hasOwn(after.nodes, id) ? after.nodes[id] : undefined;
  if (!old && next) return [{ kind: 'added', nodeId: id, path: null, from: null, to: next.type }];
  if (old && !next) return [{ kind: 'removed', nodeId: id, path: null, from: old.type, to: null }];
  if (!old || !next) return [];
  return leaves(meaning(old), meaning(next), '').map((leaf) => change('changed', id, leaf));
}

const meaning = ({ type, version, config, label, stage }: FlowNode) => ({
  type,
  version,
  config,
  label,
  stage,
});

/** Lines of steps that are in both drawings; those of others come and go with them. */
function diffLines(before: FlowDocument, after: FlowDocument): FlowChange[] {
  const linesOf = ({ edges }: FlowDocument) =>
    new Map(edges.map(({ from, outcome, to }) => [JSON.stringify([from, outcome]), to]));
  const [old, next] = [linesOf(before), linesOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [nodeId = '', path = ''] = JSON.parse(key) as string[];
    const [from, to] = [old.get(key) ?? null, next.get(key) ?? null];
    const isInBoth = Object.hasOwn(before.nodes, nodeId) && Object.hasOwn(after.nodes, nodeId);
    return from === to || !isInBoth ? [] : [change('rerouted', nodeId, { path, from, to })];
  });
}

/** The innermost places at which two values differ; lists of other lengths differ as a whole. */
function leaves(from: unknown, to: unknown, path: string): Leaf[] {
  if (canonical(from) === canonical(to)) return [];
  if (!isBranch(from) || !isBranch(to) || Array.isArray(from) !== Array.isArray(to)) {
    return [{ path, from: from ?? null, to: to ?? null }];
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length !== to.length) {
    return [{ path, from, to }];
  }
  const [old, next] = [from, to] as [Record<string, unknown>, Record<string, unknown>];
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return names.flatMap((name) =>
    leaves(old[name], next[name], path === '' ? name : `${path}.${name}`),
  );
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same text for the same value, whatever the order of its fields. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isBranch(inner) && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  );
}

export type Names = {
  /** What a person calls a step, in either drawing. */
  readonly node: (id: string) => string;
  readonly outcome: (nodeId: string, outcome: string) => string;
  /** What a field is called; null, or left out, for its name in the document. */
  readonly field?: (change: FlowChange) => string | null;
  /** A value of that field in words; null, or left out, for the value itself. */
  readonly value?: (change: FlowChange, value: unknown) => string | null;
};

/** A difference as a sentence; `count` is how many running cases stand in that step. */
export function sayFlowChange(one: FlowChange, names: Names, count = 0): Message {
  const node = one.nodeId === null ? null : names.node(one.nodeId);
  const hasCases = count > 0 && (one.kind === 'removed' || one.kind === 'changed');
  const code = `flow.diff.${one.kind}${hasCases ? '-with-cases' : ''}`;
  return message(code, { node, ...(hasCases ? { count } : {}), ...factsOf(one, names) });
}

type Facts = Readonly<Record<string, string | null>>;

function factsOf(one: FlowChange, names: Names): Facts {
  const { kind, nodeId, path, from, to } = one;
  if (kind === 'added' || kind === 'removed') return {};
  if (kind !== 'rerouted') {
    const say = (value: unknown) => names.value?.(one, value) ?? sayValue(value);
    return { field: names.field?.(one) ?? fieldOf(path), from: say(from), to: say(to) };
  }
  const place = (id: unknown) => (typeof id === 'string' ? names.node(id) : null);
  return { outcome: names.outcome(nodeId ?? '', path ?? ''), from: place(from), to: place(to) };
}

/** `config.anchors.0.days` is about `anchors 1 days`: people count from one. */
function fieldOf(path: string | null): string {
  return (path ?? '')
    .replace(/^(config|settings)\./, '')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(' ');
}

function sayValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : sayOther(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** A list of words as those words; of anything else how much there is of it says enough. */
function sayOther(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.some(isBranch) ? `${value.length} ×` : value.join(', ');
}
