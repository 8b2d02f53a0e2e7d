import type { BankStatementPort } from '@inning/sdk';
import { type Checked, checkFile } from './check-file.ts';
import { applyEdits, type CorpusFile, type Edit } from './mutated-file.ts';
import { READERS } from './read-corpus.ts';

/** A mutation read by the reader of the original, as a whole and as a part. */
export async function checkMutation(original: CorpusFile, edits: readonly Edit[]) {
  const reader = readerOf(original);
  const text = applyEdits(original.text, edits);
  const file = { name: 'mutated', bytes: Buffer.from(text, 'latin1') };
  for (const one of READERS) one.recognise(file);
  const whole = await checkFile(reader, file, {});
  const part = await checkFile(reader, file, { allowsParts: true });
  if (whole.refusal === null && !isSame(whole, part)) {
    throw new Error('a whole file reads otherwise when parts are allowed');
  }
  return { ...part, bytes: file.bytes };
}

const readers = new WeakMap<CorpusFile, BankStatementPort>();

function readerOf(original: CorpusFile): BankStatementPort {
  const known = readers.get(original);
  if (known) return known;
  const file = { name: original.name, bytes: Buffer.from(original.text, 'latin1') };
  const [surest] = READERS.toSorted((a, b) => b.recognise(file) - a.recognise(file));
  if (!surest) throw new Error('there is no reader');
  readers.set(original, surest);
  return surest;
}

const isSame = (a: Checked, b: Checked) => a.statements === b.statements && a.lines === b.lines;
