import { afterEach, describe, expect, it } from 'vitest';
import { newTestDatabase, giveBackDatabase } from '../kit/database.ts';
import { type FaultRun, type FaultRunOptions, openFaultRun } from './given/fault-run.ts';
import { createMailSignals } from './crew/mail-signals.ts';
import { passToTheEnd, workedThrough } from './crew/pass-time.ts';
import { openSmtpInbox } from './given/smtp-inbox.ts';
import { startWorker, type Worker } from './crew/start-worker.ts';
import { checkLetters } from './proof/check-letters.ts';
import { checkNothingMissing } from './proof/check-nothing-missing.ts';
import { checkSteps } from './proof/check-steps.ts';
import { communicationIds } from './proof/message-ids.ts';
import { readOutcome } from './proof/read-outcome.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

type Given = FaultRunOptions & { readonly workerCount: number; readonly leaseMs: number };

/** A run with so many workers, all loaded and waiting for `go`. */
async function given({ workerCount, ...options }: Given) {
  const signals = createMailSignals();
  const inbox = await openSmtpInbox(signals.tell);
  closers.push(inbox.close);
  const database = newTestDatabase();
  closers.push(() => giveBackDatabase(database));
  const run = await openFaultRun(database.uri, options);
  closers.push(run.world.close);
  const mail = { kind: 'smtp', port: inbox.port } as const;
  const order = { uri: database.uri, mail, leaseMs: options.leaseMs };
  const crew = await Promise.all(
    Array.from({ length: workerCount }, () => startWorker(order, signals.tell)),
  );
  closers.push(() => Promise.all(crew.map((worker) => worker.kill())));
  const errors = () => crew.flatMap((worker) => worker.errors);
  return { signals, inbox, crew, passing: { ...run, workers: () => crew, errors } };
}

async function problemsOf(run: FaultRun, mails: readonly string[]): Promise<string[]> {
  const outcome = await readOutcome(run.world);
  return [
    ...checkSteps(outcome),
    ...checkLetters(outcome, communicationIds(mails)),
    ...checkNothingMissing(outcome, run.debtors.length),
    ...outcome.letters.filter((one) => one.state === 'ambiguous').map((one) => one.key),
  ];
}

const share = (crew: readonly Worker[]) => crew.map((worker) => worker.done());

describe('several workers on one database', () => {
  it.each([2, 4])(
    'share the work, and %i of them do no step twice',
    async (count) => {
      const { crew, inbox, passing } = await given({
        workerCount: count,
        leaseMs: 10_000,
        debtors: { neutral: 60, friendly: 15, strict: 15 },
        dueDays: 3,
      });

      for (const worker of crew) worker.go();
      await passToTheEnd(passing);

      console.info(`workers ${count} · mails ${inbox.accepted.length} · moves ${share(crew)}`);
      expect({
        problems: await problemsOf(passing, inbox.accepted),
        errors: passing.errors(),
      }).toEqual({ problems: [], errors: [] });
      expect(Math.min(...share(crew))).toBeGreaterThan(0);
    },
    180_000,
  );

  it('send nothing again when one stood still for longer than its lease and then goes on', async () => {
    const { crew, inbox, signals, passing } = await given({
      workerCount: 2,
      leaseMs: 800,
      debtors: { neutral: 80, friendly: 0, strict: 0 },
      dueDays: 1,
    });
    const [first, second] = crew as [Worker, Worker];

    first.go();
    const frozen = signals.onNth(3, 'before-answer').then(() => first.freeze());
    const passed = passToTheEnd(passing);
    await frozen;
    second.go();
    await workedThrough({ ...passing, workers: () => [second] });
    const takenOver = inbox.accepted.length;
    first.thaw();
    await passed;

    expect(takenOver).toBeGreaterThan(3);
    expect(twice(communicationIds(inbox.accepted))).toEqual([]);
    expect(passing.errors()).toEqual([]);
  }, 180_000);
});

const twice = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
