import fc from 'fast-check';
import { describe, it } from 'vitest';
import { checkMutation } from './check-mutation.ts';
import { mutatedFile } from './mutated-file.ts';
import { readCorpus } from './read-corpus.ts';

const files = readCorpus();

describe('a bank statement that was changed anywhere', () => {
  it('is read or refused; what is read adds up, or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedFile(files), async ({ file, edits }) => {
        const original = files[file];
        if (original) await checkMutation(original, edits);
      }),
      { numRuns: 400 },
    );
  });

  it('is read without a change too, each of them', async () => {
    for (const file of files) await checkMutation(file, []);
  });
});
