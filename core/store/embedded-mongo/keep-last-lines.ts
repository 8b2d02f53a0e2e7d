import type { MongoInstance } from 'mongodb-memory-server-core';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';

const KEPT = 50;

/**
 * Hands the server's output to `instance` in whole lines and keeps the last ones. The memory server
 * takes each piece of output for one line and parses it as JSON when the start fails; a piece that
 * holds half a line, or two, would end this process.
 */
export function keepLastLines(instance: MongoInstance): readonly string[] {
  const kept: string[] = [];
  const handle = instance.stdoutHandler.bind(instance);
  let rest = '';

  instance.stdoutHandler = (chunk) => {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((text) => text.trim() !== '')) {
      kept.push(line.trim());
      if (kept.length > KEPT) kept.shift();
      handle(line);
    }
  };
  instance.on(MongoInstanceEvents.instanceSTDERR, (line: string) => kept.push(line));
  return kept;
}
