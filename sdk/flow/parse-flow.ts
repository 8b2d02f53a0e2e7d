import { Value } from 'typebox/value';
import { DomainError } from '../errors.ts';
import { type FlowDocument, FlowDocumentSchema, MOST_EDGES, MOST_NODES } from './flow-document.ts';
import { findRepeatedKey, lineOf } from './json-places.ts';

/** The text or object is not a flow; `details.path` names the place. */
export class FlowDocumentInvalidError extends DomainError {
  readonly code = 'FLOW_DOCUMENT_INVALID';
  readonly status = 422;
}

const MAX_BYTES = 4_000_000;

/** Reads a flow from text. Never repairs: what does not fit is refused with its place and its line. */
export function parseFlow(text: string): FlowDocument {
  if (text.length > MAX_BYTES) {
    throw new FlowDocumentInvalidError('A flow is at most 4 MB.', { bytes: text.length });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    const line = Number(/line (\d+)/.exec(reason)?.[1] ?? 1);
    throw new FlowDocumentInvalidError(`This is not JSON: ${reason}`, { line }, { cause: error });
  }
  const repeated = findRepeatedKey(text);
  if (repeated) {
    const { path, line } = repeated;
    throw new FlowDocumentInvalidError(`${path} stands twice in this file.`, { path, line });
  }
  return checkWithLines(value, text);
}

function checkWithLines(value: unknown, text: string): FlowDocument {
  try {
    return checkFlow(value);
  } catch (error) {
    if (!(error instanceof FlowDocumentInvalidError)) throw error;
    const { path } = error.details;
    const line = typeof path === 'string' ? lineOf(text, path) : null;
    throw new FlowDocumentInvalidError(error.message, { ...error.details, line }, { cause: error });
  }
}

/** Accepts a value as a flow when it fits the schema of today; older shapes are migrated first. */
export function checkFlow(value: unknown): FlowDocument {
  refuseHostile(value);
  refuseTooLarge(value);
  for (const { instancePath, message } of Value.Errors(FlowDocumentSchema, value)) {
    const path = instancePath || '/';
    throw new FlowDocumentInvalidError(`The flow is not right at ${path}: ${message}.`, { path });
  }
  return value as FlowDocument;
}

/** Counted before the schema looks at each of them. */
function refuseTooLarge(value: unknown): void {
  const { nodes, edges, goals } = Object(value) as Record<'nodes' | 'edges' | 'goals', unknown>;
  const nodeCount = Object.keys(Object(nodes)).length;
  const edgeCount = Array.isArray(edges) ? edges.length : 0;
  if (nodeCount > MOST_NODES || edgeCount > MOST_EDGES) {
    const text = `A flow has at most ${MOST_NODES} steps and ${MOST_EDGES} lines.`;
    throw new FlowDocumentInvalidError(text, { path: '/nodes', nodeCount, edgeCount });
  }
  const goalCount = Array.isArray(goals) ? goals.length : 0;
  if (goalCount > MOST_GOALS) {
    const text = `A flow names at most ${MOST_GOALS} goals.`;
    throw new FlowDocumentInvalidError(text, { path: '/goals', goalCount });
  }
}

/** More than there are; to see that none is named twice takes long when there are many. */
const MOST_GOALS = 50;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** Settings of a step are never deeper; what is, would be too deep for whoever walks it by recursion. */
const DEEPEST = 32;

/** Keys that would reach into JavaScript itself, and what is nested without end; without recursion. */
function refuseHostile(value: unknown): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { value: inner, depth } = one;
    if (typeof inner !== 'object' || inner === null) continue;
    if (depth > DEEPEST) {
      throw new FlowDocumentInvalidError(`A flow is at most ${DEEPEST} levels deep.`, { depth });
    }
    for (const [key, child] of Object.entries(inner)) {
      if (FORBIDDEN.has(key)) {
        throw new FlowDocumentInvalidError(`The key ${key} is not allowed.`, { path: key });
      }
      waiting.push({ value: child, depth: depth + 1 });
    }
  }
}
