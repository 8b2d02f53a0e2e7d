import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Debtor } from '../../core/domain/debtors/index.ts';
import { instances, InstanceNotMovableError } from '../../core/flows/index.ts';
import type { Instance } from '../../core/flows/index.ts';
import { capturingMailbox, type Mailbox } from '../kit/capturing-mailbox.ts';
import { giveBackDatabase, newTestDatabase, type TestDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { givenDueTogether, lastInLine, ONE_LANE, REMINDED_ON } from './given/due-together.ts';
import { checkSteps } from './proof/check-steps.ts';
import { readOutcome } from './proof/read-outcome.ts';

const opened: { world: FlowWorld; database: TestDatabase }[] = [];
afterAll(async () => {
  for (const { world, database } of opened) {
    await world.close();
    await giveBackDatabase(database);
  }
});

let world: FlowWorld;
let mailbox: Mailbox;
beforeEach(async () => {
  const database = newTestDatabase();
  mailbox = capturingMailbox();
  world = await openFlowWorld(database.uri, { startOn: '2026-03-01', mailbox, tuning: ONE_LANE });
  opened.push({ world, database });
});

const person = { who: 'Anna', today: REMINDED_ON };
const flowOf = async (debtor: Debtor) => (await world.flowsOf(debtor._id))[0]!;
const allInstances = () => world.store.table(instances).in(world.scope).find();
const hold = ({ _id }: Instance) =>
  world.flows.instances.hold(world.scope, _id, { ...person, reason: 'belt eerst' });

/** Done while the first letter leaves; batches side by side do not do it twice. */
function onceWhileSending(act: () => Promise<void>): void {
  let acting: Promise<void> | null = null;
  mailbox.onSend = () => (acting ??= act());
}

/** True when the person got what he asked for, false when he was told that it was too late. */
async function succeeded(asked: Promise<unknown>): Promise<boolean> {
  return asked.then(
    () => true,
    (error: unknown) => {
      if (error instanceof InstanceNotMovableError) return false;
      throw error;
    },
  );
}

describe('a person who steps in while a worker moves the same instances', () => {
  it('holds one whose letter leaves at that moment: the letter counts, and nothing goes further', async () => {
    const [debtor] = await givenDueTogether(world, 1);
    mailbox.onSend = async () => void (await hold(await flowOf(debtor!)));

    await world.passTo('2026-03-31');
    const held = await flowOf(debtor!);
    const mailsWhileHeld = mailbox.mails.length;
    mailbox.onSend = () => undefined;
    await world.flows.instances.release(world.scope, held._id, person);
    await world.work();

    expect(held).toMatchObject({ state: 'held' });
    expect(mailsWhileHeld).toBe(1);
    const outcome = await readOutcome(world);
    expect(checkSteps(outcome)).toEqual([]);
    const first = outcome.letters.find((one) => one.nodeId === 'reminder-1')!;
    const noted = outcome.steps.filter((step) => step.communicationId?.equals(first._id));
    expect(noted).toMatchObject([{ nodeId: 'reminder-1', kind: 'done', outcome: 'sent' }]);
    // The next step counts from the day on which the letter left.
    expect((await flowOf(debtor!)).stepDays).toMatchObject({ 'reminder-1': REMINDED_ON });
  });

  it('holds one whose letter was made and had not left yet: it stays here until it is released', async () => {
    const people = await givenDueTogether(world, 24);
    Object.assign(mailbox, { concurrency: 1 });
    let held: Debtor | undefined;
    onceWhileSending(async () => {
      held = (await lastInLine(world))!;
      await hold(await flowOf(held));
    });

    await world.passTo('2026-03-17');
    const during = mailbox.to(held!.email!).length;
    await world.flows.instances.release(world.scope, (await flowOf(held!))._id, person);
    await world.work();

    expect(during).toBe(0);
    expect(mailbox.to(held!.email!)).toHaveLength(1);
    expect(mailbox.mails).toHaveLength(people.length);
    expect(checkSteps(await readOutcome(world))).toEqual([]);
  });

  it('loses neither the move nor the wish when both write at once', async () => {
    await givenDueTogether(world, 40);
    await world.passTo('2026-03-15');
    const before = await allInstances();
    world.clock.moveTo(new Date(`${REMINDED_ON}T08:00:00Z`));

    // At once, and over again while the worker writes its batches.
    const working = world.flows.wake(world.clock.now());
    const wishes = await Promise.all(before.map((instance) => succeeded(hold(instance))));
    await working;
    await world.work();

    const outcome = await readOutcome(world);
    expect(checkSteps(outcome)).toEqual([]);
    for (const [index, { _id }] of before.entries()) {
      const after = outcome.instances.find((one) => one._id.equals(_id))!;
      const interventions = outcome.steps.filter(
        (step) => step.instanceId.equals(_id) && step.kind === 'intervened',
      );
      expect(interventions).toHaveLength(wishes[index] ? 1 : 0);
      expect(after.state).toBe(wishes[index] ? 'held' : 'running');
      if (!wishes[index]) expect(after.lastLetterOn).toBe(REMINDED_ON);
    }
    const addresses = mailbox.mails.map((mail) => mail.to.address);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('pauses a debtor while his letter is made: it does not leave, and leaves after the pause', async () => {
    const people = await givenDueTogether(world, 24);
    Object.assign(mailbox, { concurrency: 1 });
    let paused: Debtor | undefined;
    onceWhileSending(async () => {
      paused = (await lastInLine(world))!;
      const pause = { until: '2026-03-20', reason: 'vakantie' } as const;
      await world.debtors.pause(world.scope, paused._id, pause);
    });

    await world.passTo(REMINDED_ON);
    const during = mailbox.to(paused!.email!).length;
    await world.passTo('2026-03-24');

    expect(mailbox.mails.length).toBeGreaterThan(people.length - 1);
    expect(during).toBe(0);
    expect(mailbox.to(paused!.email!)).toHaveLength(1);
    expect(checkSteps(await readOutcome(world))).toEqual([]);
  });
});
