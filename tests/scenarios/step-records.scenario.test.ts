import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communications, createSentDocuments } from '../../core/domain/communications/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterDue, flowOf, mail, type StepOf } from './telling/flow-of.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const later: StepOf = {
  type: 'tasks.create-task',
  config: { title: 'See whether it helped', dueInDays: 10 },
};

describe('what a step leaves behind', () => {
  it('what, when, why, which facts were seen, the outcome and the letter itself', async () => {
    await world.choose(
      await world.publish(
        'story',
        flowOf(world, { 'wait-1': afterDue(14), 'mail-1': mail(), later }),
      ),
    );
    const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
    const dates = { invoicedOn: '2026-08-01', dueOn: '2026-09-01' };
    await world.given.invoice({ debtorId: _id, totalCents: cents(12_500), ...dates });
    await world.given.invoice({ debtorId: _id, invoicedOn: '2026-09-10', dueOn: '2026-10-10' });
    await at(world, '2026-09-02');
    await at(world, '2026-09-15', { time: '09:30' });

    const [flow] = await world.flowsOf(_id);
    const step = (await world.stepsOf(flow!._id)).find((one) => one.nodeId === 'mail-1');
    // € 125 of the € 225 is overdue, since 1 September: 14 days.
    expect(step).toMatchObject({
      kind: 'done',
      type: 'reminders.send-email',
      on: '2026-09-15',
      at: world.clock.now(),
      outcome: 'sent',
      because: { code: 'reminders.sent', params: { overdueCents: 12_500 } },
      facts: { openCents: 22_500, overdueCents: 12_500, invoiceCount: 2, daysOverdue: 14 },
      by: null,
    });
    const rows = world.store.table(communications).in(world.scope);
    const letter = await rows.byId(step!.communicationId!);
    expect(letter).toMatchObject({ key: `${flow!._id.toHexString()}:2`, nodeId: 'mail-1' });
    expect(letter!.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const { subject, html, text } = world.mailbox.mails[0]!;
    const kept = await createSentDocuments(world.store).read(world.scope, letter!._id);
    expect(kept).toEqual({ subject, html, text });
  });

  it('a task stands on the list of its day, as it would be on any day', async () => {
    // Made on 15 September, due ten days later.
    const titlesOn = async (on: string) =>
      (await world.taskList.list(world.scope, { on })).items.map(({ task }) => task.title);

    expect(await titlesOn('2026-09-24')).toEqual([]);
    expect(await titlesOn('2026-09-25')).toEqual(['See whether it helped']);
    expect(await titlesOn('2026-12-25')).toEqual(['See whether it helped']);
  });
});
