import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MailPhase, WorkerOrder, WorkerWord } from './order.ts';

/** Many workers load the same code; the second one finds it compiled. */
const NODE_COMPILE_CACHE = fileURLToPath(
  new URL('../../output/faults-compile-cache/', import.meta.url),
);
const ENTRY = fileURLToPath(new URL('worker.entry.ts', import.meta.url));

type Round = Extract<WorkerWord, { kind: 'round' }>;
export type Worker = {
  readonly pid: number;
  /** How many instances it started and moved. */
  done(): number;
  /** The last time it looked at everything, or null when it has not yet. */
  lastRound(): Round | null;
  /** What it reported as wrong. */
  readonly errors: readonly string[];
  go(): void;
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Stops it in its tracks, as a machine that is suspended does. */
  freeze(): void;
  thaw(): void;
};

/** Starts a worker process that waits for `go`; resolves when it has loaded everything. */
export async function startWorker(
  order: WorkerOrder,
  onMail: (phase: MailPhase) => void = () => undefined,
): Promise<Worker> {
  const child = fork(ENTRY, [JSON.stringify(order)], {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => void (complaint += chunk.toString()));
  const errors: string[] = [];
  let last: Round | null = null;
  let done = 0;
  let isKilled = false;
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => {
      const text = `a worker ended by itself (${code}): ${complaint}`;
      if (!isKilled) errors.push(text);
      reject(new Error(text));
    });
    child.on('message', (word: WorkerWord) => {
      if (word.kind === 'ready') resolve();
      if (word.kind === 'mail') onMail(word.phase);
      if (word.kind === 'error') errors.push(word.text);
      if (word.kind !== 'round') return;
      last = word;
      done += word.started + word.moved;
    });
  });
  await ready;

  return {
    pid: child.pid ?? 0,
    done: () => done,
    lastRound: () => last,
    errors,
    go: () => void child.send('go'),
    async kill() {
      isKilled = true;
      await killChild(child);
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
