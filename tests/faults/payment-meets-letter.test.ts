import { MailAmbiguousError } from '@inning/sdk';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { communications } from '../../core/domain/communications/index.ts';
import type { Debtor } from '../../core/domain/debtors/index.ts';
import { createDispatcher } from '../../core/events/index.ts';
import { capturingMailbox, type Mailbox } from '../kit/capturing-mailbox.ts';
import { newTestDatabase, giveBackDatabase, type TestDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { givenDueTogether, lastInLine, ONE_LANE, pay, REMINDED_ON } from './given/due-together.ts';

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
  // One at a time, so that a payment can come in between two letters of one batch.
  mailbox = Object.assign(capturingMailbox(), { concurrency: 1 });
  world = await openFlowWorld(database.uri, { startOn: '2026-03-01', mailbox, tuning: ONE_LANE });
  opened.push({ world, database });
});

const lettersTo = (debtor: Debtor) =>
  world.store.table(communications).in(world.scope).find({ debtorId: debtor._id });
const flowOf = async (debtor: Debtor) => (await world.flowsOf(debtor._id))[0]!;

/** What the path says happened, without the waits. */
async function pathOf(debtor: Debtor): Promise<string[]> {
  const steps = await world.stepsOf((await flowOf(debtor))._id);
  return steps
    .filter((step) => step.nodeId !== 'start' && !step.nodeId.startsWith('wait'))
    .map((step) => `${step.nodeId} ${step.kind} ${step.outcome}`);
}

describe('a payment while letters are on their way', () => {
  it('stops the reminder of another letter of the same batch', async () => {
    const people = await givenDueTogether(world, 24);
    const paid: Debtor[] = [];
    // At every third letter another one, which is made and has not left, is paid.
    mailbox.onSend = async () => {
      const debtor = mailbox.mails.length % 3 === 0 ? await lastInLine(world, paid) : null;
      if (!debtor) return;
      paid.push(debtor);
      await pay(world, debtor);
    };

    await world.passTo(REMINDED_ON);

    expect(paid.length).toBeGreaterThan(1);
    for (const debtor of paid) {
      expect(mailbox.to(debtor.email!)).toEqual([]);
      expect((await lettersTo(debtor)).map((one) => one.state)).not.toContain('sent');
      expect(await flowOf(debtor)).toMatchObject({ state: 'ended', endedAs: 'paid' });
    }
    expect(mailbox.mails).toHaveLength(people.length - paid.length);
  });

  it('asks only for the rest when half was paid between the decision and the sending', async () => {
    await givenDueTogether(world, 16);
    let half: Debtor | undefined;
    mailbox.onSend = async () => {
      if (half) return;
      half = (await lastInLine(world)) ?? undefined;
      if (half) await pay(world, half, 4_000);
    };

    await world.passTo(REMINDED_ON);

    const [mail, ...more] = mailbox.to(half!.email!);
    expect(more).toEqual([]);
    expect(mail!.text).toContain('60,00');
    expect(await lettersTo(half!)).toMatchObject([{ state: 'sent', openCents: 6_000 }]);
  });

  it('that comes while its own letter leaves shows as crossed: sent, and then paid', async () => {
    const [debtor] = await givenDueTogether(world, 1);
    mailbox.onSend = () => pay(world, debtor!);

    await world.passTo(REMINDED_ON);
    await world.passTo('2026-05-01');

    expect(mailbox.mails).toHaveLength(1);
    expect(await lettersTo(debtor!)).toMatchObject([{ state: 'sent', openCents: 10_000 }]);
    expect(await flowOf(debtor!)).toMatchObject({ state: 'ended', endedAs: 'paid' });
    expect((await pathOf(debtor!)).slice(0, 1)).toEqual(['reminder-1 done sent']);
  });

  it('ends a flow that is stuck on a letter of which nobody knows whether it left', async () => {
    const [debtor] = await givenDueTogether(world, 1);
    mailbox.onSend = () => {
      throw new MailAmbiguousError('The line broke.');
    };
    await world.passTo(REMINDED_ON);
    const stuck = await flowOf(debtor!);
    await world.debtors.update(world.scope, debtor!._id, { name: 'Jansen' });
    await world.work();
    const stillStuck = await flowOf(debtor!);
    await pay(world, debtor!);
    await world.work();

    expect([stuck.state, stillStuck.state]).toEqual(['stuck', 'stuck']);
    expect(stillStuck.stepCount).toBe(stuck.stepCount);
    expect(await flowOf(debtor!)).toMatchObject({ state: 'ended', endedAs: 'paid' });
    expect(await lettersTo(debtor!)).toMatchObject([{ state: 'ambiguous' }]);
  });

  it('shows as crossed also when the flow hears of the payment before it could note the letter', async () => {
    const [debtor] = await givenDueTogether(world, 1);
    const { store, clock, flows } = world;
    const log = { error: () => undefined };
    const other = createDispatcher({ store, clock, listeners: flows.listeners, log });
    mailbox.onSend = async () => {
      await pay(world, debtor!);
      await other.drain();
    };

    await world.passTo(REMINDED_ON);
    await world.passTo('2026-05-01');
    await other.stop();

    expect(mailbox.mails).toHaveLength(1);
    const [letter] = await lettersTo(debtor!);
    expect(letter).toMatchObject({ state: 'sent', openCents: 10_000 });
    expect(await flowOf(debtor!)).toMatchObject({ state: 'ended', endedAs: 'paid' });
    expect((await pathOf(debtor!)).slice(0, 1)).toEqual(['reminder-1 done sent']);
    const named = (await world.stepsOf((await flowOf(debtor!))._id)).filter((step) =>
      step.communicationId?.equals(letter!._id),
    );
    expect(named).toHaveLength(1);
  });
});
