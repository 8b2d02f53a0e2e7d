import { MalformedJsonError } from '../http.errors.ts';

const DEEPEST = 100;
/** Names with which a body would reach into the objects of this program. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads the JSON of a request. Throws MalformedJsonError for what is not JSON, and for what is but that
 * nobody honest sends: a key twice in one object, keys like `__proto__`, nesting without end.
 */
export function parseJson(bytes: Buffer): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's own message quotes the body, which may hold personal data.
    throw new MalformedJsonError('it does not follow the rules of JSON');
  }
  checkKeys(text);
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new MalformedJsonError('it is not UTF-8');
  }
}

/** Walks over text that is known to be JSON, with the keys seen so far of each object that is open. */
function checkKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"') at = passString(text, at, open.at(-1) ?? new Set());
    else if ('{['.includes(sign)) open.push(sign === '{' ? new Set() : null);
    else if ('}]'.includes(sign)) open.pop();
    if (open.length > DEEPEST) throw new MalformedJsonError(`it is nested over ${DEEPEST} deep`);
  }
}

/** Returns where the text ends; when it is a key, it joins those of its object. */
function passString(text: string, start: number, seen: Set<string>): number {
  const end = endOfString(text, start);
  if (isKey(text, end)) addKey(seen, text.slice(start, end + 1));
  return end;
}

function addKey(seen: Set<string>, written: string): void {
  const key: unknown = JSON.parse(written);
  if (typeof key !== 'string') return;
  if (FORBIDDEN.has(key)) throw new MalformedJsonError(`the key ${key} is not allowed`);
  if (key.includes('\0')) throw new MalformedJsonError('a key holds a null character');
  if (seen.has(key)) throw new MalformedJsonError('an object has the same key twice');
  seen.add(key);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at += 1;
  return text[at] === ':';
}
