import { Worker } from 'node:worker_threads';
import { MatchInputError } from '../bench-input/match-input.errors.ts';
import { type Matched, type Matching, matchShare, type Share } from './match-share.ts';
import type { WorkerWord } from './match-share.worker.ts';
import { planShares } from './plan-shares.ts';

/** Tells what became of each file, in the order of the files. Throws `MatchInputError`. */
export async function matchAll(
  matching: Matching,
  tell: (matched: Matched) => Promise<void>,
): Promise<void> {
  const plan = await planShares(matching.input, matching.worthSharing);
  if (plan.shareCount === 1) {
    for await (const matched of matchShare({ ...matching, plan, index: 0 })) await tell(matched);
    return;
  }
  const inOrder = putInOrder(
    plan.statements.map(({ name }) => name),
    tell,
  );
  const shares = Array.from({ length: plan.shareCount }, (_, index) => ({
    ...matching,
    plan,
    index,
  }));
  const running = shares.map((share) => startShare(share, inOrder.take));
  try {
    await Promise.all(running.map(({ ended }) => ended));
  } finally {
    await Promise.all(running.map(({ worker }) => worker.terminate()));
  }
  await inOrder.settled();
}

function startShare(share: Share, take: (matched: Matched) => void) {
  const worker = new Worker(new URL('./match-share.worker.ts', import.meta.url), {
    workerData: share,
  });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (word: WorkerWord) => {
      if ('matched' in word) take(word.matched);
      else reject(new MatchInputError(word.refused.place, word.refused.problem));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a share of the matching ended with ${code}`));
    });
  });
  return { worker, ended };
}

/** One share may be ahead of another; what came too early waits. */
function putInOrder(names: readonly string[], tell: (matched: Matched) => Promise<void>) {
  const early = new Map<string, Matched>();
  let at = 0;
  let telling = Promise.resolve();
  const pass = async () => {
    for (;;) {
      const name = names[at] ?? '';
      const matched = early.get(name);
      if (!matched) return;
      early.delete(name);
      at += 1;
      await tell(matched);
    }
  };
  return {
    take(matched: Matched): void {
      early.set(matched.name, matched);
      telling = telling.then(pass);
      // It is awaited at the end; until then nobody listens.
      telling.catch(() => undefined);
    },
    settled: () => telling,
  };
}
