import { type Outcome, readOutcome } from '../proof/read-outcome.ts';
import { type FaultRunOptions, openFaultRun } from '../given/fault-run.ts';
import { killAgainAndAgain } from './kill-again-and-again.ts';
import type { MailSignals } from './mail-signals.ts';
import type { WorkerOrder } from './order.ts';
import { passToTheEnd } from './pass-time.ts';
import { payNowAndThen } from '../given/pay-now-and-then.ts';
import { seededRandom } from './seeded-random.ts';
import { startWorker } from './start-worker.ts';

export type RunWithKills = FaultRunOptions & {
  readonly uri: string;
  readonly mail: WorkerOrder['mail'];
  readonly signals: MailSignals;
  readonly kills: number;
};
export type KilledRun = {
  readonly outcome: Outcome;
  readonly debtorCount: number;
  readonly kills: number;
  readonly errors: readonly string[];
  /** The debtors who paid, once for every payment. */
  readonly payers: readonly string[];
  readonly seconds: number;
  /** Set `FAULTS_SEED` to this to have the same moments again, as far as chance allows. */
  readonly seed: number;
};

const LEASE_MS = 1_500;
const EVERY_MAILS = 40;

/** All days of a run, with payments in between and a worker that is killed again and again. */
export async function runWithKills(options: RunWithKills): Promise<KilledRun> {
  const { uri, mail, signals, kills } = options;
  const random = seededRandom();
  const run = await openFaultRun(uri, options);
  const startedAt = performance.now();
  const payments = payNowAndThen(run, { random, signals, everyMails: EVERY_MAILS });
  const start = () => startWorker({ uri, mail, leaseMs: LEASE_MS }, signals.tell);
  const crew = await killAgainAndAgain({ kills, random, signals, start });
  try {
    await passToTheEnd({ ...run, ...crew });
    await payments.booked();
    return {
      outcome: await readOutcome(run.world),
      debtorCount: run.debtors.length,
      kills: crew.kills(),
      errors: crew.errors(),
      payers: payments.payers(),
      seconds: Math.round((performance.now() - startedAt) / 1000),
      seed: random.seed,
    };
  } catch (error) {
    throw new Error(`The run broke off; seed ${random.seed}.`, { cause: error });
  } finally {
    await crew.end();
    await run.world.close();
  }
}

/** The figures of a run in one line. */
export function sayFigures({ outcome, kills, payers, seconds, seed }: KilledRun, taken: number) {
  const inState = (state: string) => outcome.letters.filter((one) => one.state === state).length;
  const states = ['sent', 'ambiguous', 'withdrawn'].map((state) => `${state} ${inState(state)}`);
  const steps = `steps ${outcome.steps.length}`;
  return [`kills ${kills}`, `mails ${taken}`, ...states, steps, `payments ${payers.length}`]
    .concat([`${seconds} s`, `seed ${seed}`])
    .join(' · ');
}
