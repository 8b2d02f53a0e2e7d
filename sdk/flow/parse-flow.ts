import { Value } from 'typebox/value';
import { DomainError } from '../errors.ts';
import { type FlowDocument, FlowDocumentSchema } from './flow-document.ts';

/** The text or object is not a flow; `details.path` names the place. */
export class FlowDocumentInvalidError extends DomainError {
  readonly code = 'FLOW_DOCUMENT_INVALID';
  readonly status = 422;
}

const MAX_BYTES = 4_000_000;

/** Reads a flow from text. Never repairs: what does not fit the schema is refused with its place. */
export function parseFlow(text: string): FlowDocument {
  if (text.length > MAX_BYTES) {
    throw new FlowDocumentInvalidError('A flow is at most 4 MB.', { bytes: text.length });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new FlowDocumentInvalidError(`This is not JSON: ${reason}`, {}, { cause: error });
  }
  return checkFlow(value);
}

/** Accepts a value as a flow when it fits the schema of today; older shapes are migrated first. */
export function checkFlow(value: unknown): FlowDocument {
  const own = findForbiddenKey(value);
  if (own) throw new FlowDocumentInvalidError(`The key ${own} is not allowed.`, { path: own });
  for (const { instancePath, message } of Value.Errors(FlowDocumentSchema, value)) {
    const path = instancePath || '/';
    throw new FlowDocumentInvalidError(`The flow is not right at ${path}: ${message}.`, { path });
  }
  return value as FlowDocument;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that would reach into JavaScript itself; looked for without recursion. */
function findForbiddenKey(value: unknown): string | null {
  const waiting: unknown[] = [value];
  for (let one = waiting.pop(); waiting.length > 0 || one !== undefined; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, inner] of Object.entries(one)) {
      if (FORBIDDEN.has(key)) return key;
      waiting.push(inner);
    }
  }
  return null;
}
