import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bench, type Figures, rounded, timed } from '../bench.ts';
import type { Allocation } from './payments/payment.ts';
import { writeSet } from './write-set.ts';

const MAIN = fileURLToPath(new URL('../../../core/main.ts', import.meta.url));
const INVOICES_PER_PAYMENT = 5;

/**
 * Makes a set of `size` payments and five times as many invoices, with known truth and kinds of its own,
 * and lets `inning match` loose on it as a program: payments per second from start to end, the most
 * memory it held, and how much of it was right. The floor is reading the same files as lines.
 */
export const matchingBench: Bench = {
  size: 20_000,
  async run({ size, say }) {
    const folder = await mkdtemp(join(tmpdir(), 'matching-'));
    try {
      const figures: Record<string, number> = {};
      for (const mix of ['realistic', 'hard']) {
        say(`${mix}: makes ${size} payments`);
        const invoices = size * INVOICES_PER_PAYMENT;
        const administrations = Math.max(10, Math.round(size / 3_000));
        writeSet(folder, { invoices, payments: size, administrations, mix, seed: size });
        say(`${mix}: matches them`);
        for (const [name, value] of Object.entries(await measure(folder, size))) {
          figures[`${mix}${name}`] = value;
        }
      }
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string, size: number): Promise<Figures> {
  const output = join(folder, 'result.jsonl');
  const { seconds, answer: peakKb } = await timed(() => runMatch(join(folder, 'input'), output));
  const { seconds: floorSeconds } = await timed(async () => {
    await readFile(join(folder, 'input/invoices.json'), 'utf8');
  });
  const right = await judge(folder, output);
  return {
    PaymentsPerSecond: rounded(size / seconds),
    FloorSeconds: rounded(floorSeconds, 2),
    PeakMegabytes: rounded(peakKb / 1_024),
    ...right,
  };
}

/** Runs the command as its own process; answers its highest memory in KB, 0 where that is not shown. */
function runMatch(input: string, output: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const args = [MAIN, 'match', '--input', input, '--output', output];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid ?? 0));
    }, 200);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(peak);
      else reject(new Error(`inning match ended with ${code}`));
    });
  });
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

type Truth = {
  transactionId: string;
  kind: string;
  allocations: Allocation[];
  accepted?: Allocation[][];
};
type Line = { transactionId: string; decision: string; allocations: Allocation[] };

const keyOf = (allocations: readonly Allocation[]): string =>
  allocations
    .map((one) => `${one.invoiceId}:${one.amountCents}`)
    .toSorted()
    .join(' ');

/** Parts of a hundred: settled payments that were booked rightly, and bookings that were right. */
async function judge(folder: string, output: string): Promise<Figures> {
  const lines = (await readFile(output, 'utf8')).trim().split('\n');
  const found = new Map(
    lines.map((text) => JSON.parse(text) as Line).map((line) => [line.transactionId, line]),
  );
  const truth = JSON.parse(await readFile(join(folder, 'truth/truth.json'), 'utf8')) as Truth[];
  const count = { settles: 0, booked: 0, right: 0, unrelated: 0 };
  for (const one of truth) {
    const line = found.get(one.transactionId);
    const isBooked = line?.decision === 'auto';
    if (one.kind !== 'none') count.settles += 1;
    if (!isBooked) continue;
    count.booked += 1;
    if (one.kind === 'none') count.unrelated += 1;
    const accepted = (one.accepted ?? [one.allocations]).map(keyOf);
    if (one.kind !== 'none' && accepted.includes(keyOf(line.allocations))) count.right += 1;
  }
  return {
    RecallPercent: rounded((100 * count.right) / count.settles, 2),
    PrecisionPercent: rounded((100 * count.right) / count.booked, 3),
    UnrelatedBooked: count.unrelated,
  };
}
