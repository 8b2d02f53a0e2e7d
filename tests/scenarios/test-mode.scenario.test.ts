import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communications } from '../../core/domain/communications/index.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

async function overdue(email: string): Promise<Id> {
  const { _id } = await world.given.debtor({ email });
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  await at(world, '2026-09-02');
  return _id;
}
const letters = (debtorId: Id) =>
  world.store.table(communications).in(world.scope).find({ debtorId });

describe('an administration in test mode', () => {
  it('runs everything; mail goes to the test address', async () => {
    await world.administration({ testMode: true, testAddress: 'test@bureau.example' });
    const debtor = await overdue('real@example.nl');

    await at(world, '2026-09-15');

    expect(world.mailbox.mails.map((mail) => mail.to.address)).toEqual(['test@bureau.example']);
    expect(await letters(debtor)).toMatchObject([
      { to: 'real@example.nl', divertedTo: 'test@bureau.example', state: 'sent' },
    ]);
  });

  it('without a test address it is only recorded; nobody is called either', async () => {
    await world.administration({ testMode: true, testAddress: null });
    const debtor = await overdue('silent@example.nl');
    const before = world.mailbox.mails.length;

    // Reminders on 15, 22 and 29 September, the call on 6 October.
    await through(world, '2026-09-15', '2026-10-06');

    expect((await told(world, debtor)).slice(0, 4)).toEqual([
      '2026-09-15 reminder-1 sent',
      '2026-09-22 reminder-2 sent',
      '2026-09-29 reminder-3 sent',
      '2026-10-06 call planned',
    ]);
    expect(await letters(debtor)).toMatchObject([
      { state: 'sent', divertedTo: null, because: { code: 'letter.test-mode' } },
      { state: 'sent' },
      { state: 'sent' },
    ]);
    expect(world.mailbox.mails).toHaveLength(before);
    const { items } = await world.taskList.list(world.scope, {});
    expect(items.filter(({ task }) => task.debtorId?.equals(debtor))).toEqual([]);
  });

  it('back to real: the next letter goes to the debtor', async () => {
    await world.administration({ testMode: true, testAddress: null });
    const debtor = await overdue('back@example.nl');
    await at(world, '2026-09-15');

    await world.administration({ testMode: false });
    await at(world, '2026-09-22');

    expect(world.mailbox.to('back@example.nl')).toHaveLength(1);
    expect(await letters(debtor)).toHaveLength(2);
  });
});
