import { Types } from 'mongoose';
import { InvalidCursorError } from './routing.errors.ts';

export type CursorValue = string | number | Date | Types.ObjectId;

/** Where a list stopped, as text that only this server understands. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values.map(tagged))).toString('base64url');
}

/** Throws `InvalidCursorError` for anything `encodeCursor` did not make; values are never operators. */
export function decodeCursor(text: string, length: number): CursorValue[] {
  const parts = parse(text);
  if (!Array.isArray(parts) || parts.length !== length) throw new InvalidCursorError();
  return parts.map(untagged);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursorError();
  }
}

function tagged(value: CursorValue): string {
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'number') return `n${value}`;
  return value instanceof Date ? `d${value.getTime()}` : `i${value.toHexString()}`;
}

function untagged(part: unknown): CursorValue {
  if (typeof part !== 'string') throw new InvalidCursorError();
  const rest = part.slice(1);
  switch (part[0]) {
    case 's':
      return rest;
    case 'i':
      if (Types.ObjectId.isValid(rest) && rest.length === 24) return new Types.ObjectId(rest);
      break;
    case 'n':
      if (Number.isFinite(Number(rest))) return Number(rest);
      break;
    case 'd':
      // An instant that was in a row once; this does not ask what time it is.
      if (Number.isSafeInteger(Number(rest))) return new Date(Number(rest));
      break;
  }
  throw new InvalidCursorError();
}
