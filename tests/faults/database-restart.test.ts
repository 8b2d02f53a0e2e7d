import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type EmbeddedMongo,
  startEmbeddedMongo,
} from '../../core/store/embedded-mongo/start-embedded-mongo.ts';
import { capturingMailbox } from '../kit/capturing-mailbox.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { givenDueTogether, REMINDED_ON } from './given/due-together.ts';
import { checkSteps } from './proof/check-steps.ts';
import { readOutcome } from './proof/read-outcome.ts';

const DEBTORS = 30;
/** For a machine that does much else. */
const PATIENCE_MS = 60_000;
let dataDir: string;
let mongo: EmbeddedMongo;
let world: FlowWorld;
const mailbox = Object.assign(capturingMailbox(), { concurrency: 5 });
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'inning-restart-'));
  mongo = await startEmbeddedMongo({ dataDir });
  world = await openFlowWorld(mongo.uri, { startOn: '2026-03-01', mailbox });
});
afterAll(async () => {
  await world.close();
  await mongo.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
});

describe('a database that is restarted while letters leave', () => {
  it('costs no letter and leaves no flow stuck by a mistake', async () => {
    await givenDueTogether(world, DEBTORS);
    await world.passTo('2026-03-15');
    let restarting: Promise<void> | null = null;
    mailbox.onSend = async () => {
      restarting ??= mongo.stop().then(async () => {
        mongo = await startEmbeddedMongo({ dataDir });
      });
      await restarting;
    };

    world.clock.moveTo(new Date(`${REMINDED_ON}T09:00:00Z`));
    // What broke off is taken up by the next looks, as the jobs of a worker do; some of it may still be under way.
    await world.work().catch(() => undefined);
    const settled = async () => {
      await world.work();
      const { letters } = await readOutcome(world);
      return letters.filter(({ state }) => state === 'sent' || state === 'ambiguous').length;
    };
    await expect.poll(settled, { timeout: PATIENCE_MS }).toBe(DEBTORS);

    const { letters, instances, steps, ...rest } = await readOutcome(world);
    const ids = mailbox.mails.map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(letters).toHaveLength(DEBTORS);
    const unsure = letters.filter((one) => one.state === 'ambiguous');
    expect(letters.filter((one) => one.state === 'sent')).toHaveLength(DEBTORS - unsure.length);
    expect(unsure.length).toBeLessThanOrEqual(mailbox.concurrency);
    const stuck = instances.filter((one) => one.state === 'stuck');
    expect(stuck.map((one) => one.waiting)).toEqual(
      unsure.map(() => ({ code: 'flow.stuck.ambiguous' })),
    );
    expect(checkSteps({ letters, instances, steps, ...rest })).toEqual([]);
  });
});
