import { parentPort, workerData } from 'node:worker_threads';
import { MatchInputError } from '../bench-input/match-input.errors.ts';
import { type Matched, matchShare, type Share } from './match-share.ts';

export type WorkerWord =
  | { readonly matched: Matched }
  | { readonly refused: { readonly place: string; readonly problem: string } };

const tell = (word: WorkerWord) => parentPort?.postMessage(word);

try {
  for await (const matched of matchShare(workerData as Share)) tell({ matched });
} catch (error) {
  if (!(error instanceof MatchInputError)) throw error;
  tell({ refused: error.details as { place: string; problem: string } });
}
