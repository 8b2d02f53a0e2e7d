import fc from 'fast-check';
import { type Bench, rounded, timed } from '../bench.ts';
import { checkMutation } from './check-mutation.ts';
import { mutatedFile } from './mutated-file.ts';
import { readCorpus } from './read-corpus.ts';

const SAY_EVERY = 10_000;

/**
 * Reads statements that were changed at random. It fails at the first one on which a reader crashes,
 * or invents or loses money; fast-check then shows the smallest such change with its seed.
 */
export const statementsBench: Bench = {
  size: 100_000,
  async run({ size, say }) {
    const files = readCorpus();
    const counts = { mutations: 0, read: 0, refused: 0, statements: 0, lines: 0 };
    const times = { slowestMs: 0, floorMs: 0, bytes: 0 };

    const property = fc.asyncProperty(mutatedFile(files), async ({ file, edits }) => {
      const original = files[file];
      if (!original) return;
      const start = performance.now();
      const checked = await checkMutation(original, edits);
      times.slowestMs = Math.max(times.slowestMs, performance.now() - start);
      times.floorMs += floorOf(checked.bytes);
      times.bytes += checked.bytes.length;
      counts.mutations += 1;
      counts.statements += checked.statements;
      counts.lines += checked.lines;
      counts[checked.refusal === null ? 'read' : 'refused'] += 1;
      if (counts.mutations % SAY_EVERY === 0) say(`${counts.mutations} mutations`);
    });
    const { seconds } = await timed(() => fc.assert(property, { numRuns: size }));
    return {
      files: files.length,
      ...counts,
      seconds: rounded(seconds, 1),
      mutationsPerSecond: rounded(size / seconds),
      slowestMs: rounded(times.slowestMs, 1),
      megabytes: rounded(times.bytes / 1_000_000, 1),
      floorSeconds: rounded(times.floorMs / 1_000, 1),
    };
  },
};

/** The least that reading can be: the bytes as text, cut into lines. */
function floorOf(bytes: Uint8Array): number {
  const start = performance.now();
  new TextDecoder().decode(bytes).split('\n');
  return performance.now() - start;
}
