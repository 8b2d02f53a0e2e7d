import { sayMessage } from '@inning/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpMail } from '../../connectors/mail-smtp/smtp-mail.port.ts';
import { bankStatement } from '../../core/domain/testing/bank.ts';
import { flowTexts, gateTexts, instances, type Instance } from '../../core/flows/index.ts';
import { capturingMailbox } from '../kit/capturing-mailbox.ts';
import { giveBackDatabase, newTestDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { givenDueTogether, REMINDED_ON } from './given/due-together.ts';
import { openSmtpInbox, type SmtpInbox } from './given/smtp-inbox.ts';
import { checkLetters } from './proof/check-letters.ts';
import { checkSteps } from './proof/check-steps.ts';
import { communicationIds } from './proof/message-ids.ts';
import { readOutcome } from './proof/read-outcome.ts';

const DEBTORS = 12;
const MINUTE_MS = 60_000;
let inbox: SmtpInbox;
let world: FlowWorld;
let closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  const database = newTestDatabase();
  inbox = await openSmtpInbox();
  const port = createSmtpMail({
    host: '127.0.0.1',
    port: inbox.port,
    secure: false,
    connections: 5,
    timeoutSeconds: 1,
  });
  const mailbox = { ...capturingMailbox(), ...port };
  world = await openFlowWorld(database.uri, { startOn: '2026-03-01', mailbox });
  await givenDueTogether(world, DEBTORS);
  closing = [
    world.close,
    async () => port.close?.(),
    inbox.close,
    () => giveBackDatabase(database),
  ];
});
afterEach(async () => {
  for (const close of closing) await close();
});

const all = () => world.store.table(instances).in(world.scope).find();
const say = ({ waiting }: Instance) =>
  sayMessage({ ...flowTexts, ...gateTexts }, waiting as never, 'en');

/** Lets so many minutes pass and does what is due then. */
async function pass(minutes: number): Promise<void> {
  world.clock.moveTo(new Date(world.clock.now().getTime() + minutes * MINUTE_MS));
  await world.work();
}

async function problems(): Promise<string[]> {
  const outcome = await readOutcome(world);
  const taken = communicationIds(inbox.accepted);
  return [
    ...checkSteps(outcome),
    ...checkLetters(outcome, taken).filter((one) => !one.startsWith('left on the way')),
  ];
}

describe('a mail server that goes away for a while', () => {
  it('refuses, hangs and comes back: the letters wait with a reason and leave once', async () => {
    await inbox.become('away');
    await world.passTo(REMINDED_ON);
    const refused = await all();
    await inbox.become('silent');
    await pass(45);
    const hanging = await all();
    await inbox.become('takes');
    await pass(24 * 60);

    for (const waiting of [refused, hanging]) {
      expect(waiting.map((one) => one.gate)).toEqual(waiting.map(() => 'retry'));
    }
    expect(say(refused[0]!)).toContain('The mail server cannot be reached.');
    expect(hanging[0]!.attempts).toBeGreaterThan(refused[0]!.attempts);
    expect(inbox.accepted).toHaveLength(DEBTORS);
    expect(await problems()).toEqual([]);
    expect((await all()).map((one) => one.nodeId)).toEqual(
      Array.from({ length: DEBTORS }, () => 'wait-reminder-2'),
    );
  });

  it('stays away past the limit: the flow goes on by "failed", with a task and no letter', async () => {
    await inbox.become('away');

    await world.passTo('2026-03-23');
    await world.flows.sweep(world.clock.now());

    const outcome = await readOutcome(world);
    expect(inbox.accepted).toEqual([]);
    expect(outcome.letters.map((one) => one.state)).toEqual(outcome.letters.map(() => 'withdrawn'));
    for (const { _id, nodeId } of outcome.instances) {
      const its = outcome.steps.filter((step) => step.instanceId.equals(_id));
      expect(
        its.find((step) => step.nodeId === 'reminder-1' && step.kind === 'done'),
      ).toMatchObject({
        outcome: 'failed',
      });
      expect(outcome.tasks.filter((task) => task.instanceId?.equals(_id))).toHaveLength(1);
      expect(nodeId).toBe('wait-reminder-2');
    }
    expect(await problems()).toEqual([]);
  });

  it('does not run out of tries sooner because bank statements come in meanwhile', async () => {
    await inbox.become('away');
    await world.passTo(REMINDED_ON);
    const before = (await all()).map((one) => one.attempts);

    for (let statement = 1; statement <= 9; statement += 1) {
      const received = [bankStatement([], { number: String(statement) })];
      await world.statements.receive(world.scope, world.place.administrationId, received);
      await world.work();
    }

    const after = await all();
    expect(after.map((one) => one.gate)).toEqual(after.map(() => 'retry'));
    expect(after.map((one) => one.attempts)).toEqual(before);
  });
});
