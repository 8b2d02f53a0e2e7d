import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { MatchInputError } from './match-input.errors.ts';

/** An object of the list, and the how manieth it is. */
export type JsonLine = { readonly row: Record<string, unknown>; readonly at: number };

/** The objects of a JSON array that has one object per line; one is in memory at a time. */
export async function* readJsonLines(
  path: string,
  isWanted: (line: string) => boolean = () => true,
): AsyncGenerator<JsonLine> {
  let line = 0;
  let at = 0;
  const lines = createInterface({ input: openFile(path), crlfDelay: Infinity });
  for await (const raw of lines) {
    line += 1;
    const text = raw.trim().replace(/,$/, '');
    if (text === '' || text === '[' || text === ']') continue;
    at += 1;
    if (isWanted(text)) yield { row: parseObject(text, `${basename(path)}, line ${line}`), at };
  }
}

function openFile(path: string) {
  return createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
}

export function parseObject(text: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MatchInputError(place, 'this is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MatchInputError(place, 'this is not an object');
  }
  return value as Record<string, unknown>;
}
