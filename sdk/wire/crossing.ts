import { invariant } from '../invariant.ts';
import { base64ToBytes, bytesToBase64 } from './bytes.ts';

const MOMENT = '$moment';
const BYTES = '$bytes';
const PLAIN = '$plain';
const TAGS: readonly string[] = [MOMENT, BYTES, PLAIN];
const DEEPEST = 100;

/**
 * The value as plain JSON data: a moment becomes `{ "$moment": "2026-03-01T…Z" }`, bytes become
 * `{ "$bytes": "base64" }`, an iterable becomes a list. Fields without a value are left out. Throws on
 * what cannot cross: a function, a value inside itself.
 */
export function toCrossing(value: unknown, depth = 0): unknown {
  invariant(depth < DEEPEST, `what crosses is at most ${DEEPEST} levels deep`);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') {
    invariant(typeof value !== 'function' && typeof value !== 'symbol', 'a function cannot cross');
    invariant(typeof value !== 'bigint', 'a big number cannot cross');
    return value;
  }
  if (value instanceof Date) return { [MOMENT]: value.toISOString() };
  if (value instanceof Uint8Array) return { [BYTES]: bytesToBase64(value) };
  if (Symbol.iterator in value) {
    return Array.from(value as Iterable<unknown>, (item) => toCrossing(item, depth + 1));
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => [name, toCrossing(field, depth + 1)] as const);
  const crossed = Object.fromEntries(fields);
  return isTag(crossed) ? { [PLAIN]: crossed } : crossed;
}

/** What `toCrossing` was given. */
export function fromCrossing(crossed: unknown): unknown {
  if (typeof crossed !== 'object' || crossed === null) return crossed;
  if (Array.isArray(crossed)) return crossed.map(fromCrossing);
  if (!isTag(crossed)) return fieldsFrom(crossed);
  const { [MOMENT]: moment, [BYTES]: bytes, [PLAIN]: plain } = crossed as Record<string, unknown>;
  if (typeof moment === 'string') return momentFrom(moment);
  if (typeof bytes === 'string') return base64ToBytes(bytes);
  invariant(typeof plain === 'object' && plain !== null, 'a tag with something else in it');
  return fieldsFrom(plain);
}

const fieldsFrom = (object: object) =>
  Object.fromEntries(Object.entries(object).map(([name, field]) => [name, fromCrossing(field)]));

function isTag(object: object): boolean {
  const [name, ...more] = Object.keys(object);
  return name !== undefined && more.length === 0 && TAGS.includes(name);
}

function momentFrom(text: string): Date {
  const moment = new Date(text);
  invariant(!Number.isNaN(moment.getTime()), `not a moment: ${text}`);
  return moment;
}
