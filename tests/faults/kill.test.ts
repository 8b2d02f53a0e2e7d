import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedMongo } from '../../core/store/embedded-mongo/start-embedded-mongo.ts';
import { createMailSignals } from './crew/mail-signals.ts';
import { startQuickMongo } from './given/quick-mongo.ts';
import { type KilledRun, runWithKills, sayFigures } from './crew/run-with-kills.ts';
import { openSmtpInbox } from './given/smtp-inbox.ts';
import { checkLetters } from './proof/check-letters.ts';
import { checkNothingMissing } from './proof/check-nothing-missing.ts';
import { checkSteps } from './proof/check-steps.ts';
import { communicationIds } from './proof/message-ids.ts';
import { readMailFiles } from './proof/read-mail-files.ts';

/** Alone it takes a minute; beside others on a slow disk ten times that. */
const PATIENCE_MS = 1_200_000;

let mongo: EmbeddedMongo;
beforeAll(async () => {
  mongo = await startQuickMongo();
});
afterAll(() => mongo.stop());

function problemsOf(run: KilledRun, mails: readonly string[]): string[] {
  const { outcome, debtorCount, errors } = run;
  return [
    ...errors,
    ...checkSteps(outcome),
    ...checkLetters(outcome, communicationIds(mails)),
    ...checkNothingMissing(outcome, debtorCount),
  ];
}

describe('a worker that is killed again and again', () => {
  it(
    'does every step once; every mail left once or is shown as ambiguous',
    async () => {
      const signals = createMailSignals();
      const inbox = await openSmtpInbox(signals.tell);

      const run = await runWithKills({
        uri: mongo.uriOf('kill-smtp'),
        debtors: { neutral: 400, friendly: 50, strict: 50 },
        dueDays: 8,
        mail: { kind: 'smtp', port: inbox.port },
        signals,
        kills: 30,
      });
      await inbox.close();

      console.info(sayFigures(run, inbox.accepted.length));
      const { seed } = run;
      const seen = { problems: problemsOf(run, inbox.accepted), kills: run.kills, seed };
      expect(seen).toEqual({ problems: [], kills: 30, seed });
    },
    PATIENCE_MS,
  );

  it(
    'leaves nothing ambiguous when the connector delivers a key once',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'inning-kill-'));
      const signals = createMailSignals();

      const run = await runWithKills({
        uri: mongo.uriOf('kill-mailbox'),
        debtors: { neutral: 80, friendly: 10, strict: 10 },
        dueDays: 4,
        mail: { kind: 'mailbox', folder },
        signals,
        kills: 10,
      });
      const mails = await readMailFiles(folder);
      await rm(folder, { recursive: true, force: true });

      console.info(sayFigures(run, mails.length));
      const { seed } = run;
      // A letter that was on its way when its debtor paid cannot be asked for again.
      const ambiguous = run.outcome.letters.filter(
        (one) => one.state === 'ambiguous' && !run.payers.includes(String(one.debtorId)),
      ).length;
      const seen = { problems: problemsOf(run, mails), ambiguous, kills: run.kills, seed };
      expect(seen).toEqual({ problems: [], ambiguous: 0, kills: 10, seed });
    },
    PATIENCE_MS,
  );
});
