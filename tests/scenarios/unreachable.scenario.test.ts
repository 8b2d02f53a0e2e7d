import { MailRefusedError, MailUnavailableError } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewDebtor } from '../../core/domain/debtors/index.ts';
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
beforeEach(() => void (world.mailbox.onSend = () => undefined));
afterAll(() => world.close());

/** In Neutral: due 1 September 2026, reminder 1 on the 15th, reminder 2 on the 22nd. */
async function overdue(who: Partial<NewDebtor>): Promise<Id> {
  const { _id } = await world.given.debtor(who);
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  await at(world, '2026-09-02');
  return _id;
}
const tasksOf = async (debtor: Id) =>
  (await world.taskList.list(world.scope, {})).items
    .filter(({ task }) => task.debtorId?.equals(debtor))
    .map(({ task }) => `${task.dueOn} ${task.kind} ${task.title}`);

describe('when a letter cannot go by e-mail', () => {
  it('without an address a person gets a task for each, and the days go on as drawn', async () => {
    const debtor = await overdue({ email: null });

    await through(world, '2026-09-15', '2026-09-22');

    expect(await told(world, debtor)).toEqual([
      '2026-09-15 reminder-1 unreachable',
      '2026-09-15 task-reminder-1 created',
      '2026-09-22 reminder-2 unreachable',
      '2026-09-22 task-reminder-2 created',
    ]);
    expect(await tasksOf(debtor)).toEqual([
      '2026-09-15 to-do Herinnering 1 kon niet per e-mail',
      '2026-09-22 to-do Herinnering 2 kon niet per e-mail',
    ]);
  });

  it('the address of the contact who gets the letters stands in for a missing one', async () => {
    const debtor = await overdue({ email: null });
    const contact = { name: 'Piet', email: 'piet@example.nl', getsLetters: true };
    await world.debtors.contacts.add(world.scope, debtor, contact as never);

    await at(world, '2026-09-15');

    expect(world.mailbox.to('piet@example.nl')).toHaveLength(1);
    expect(await told(world, debtor)).toEqual(['2026-09-15 reminder-1 sent']);
  });

  it('what the provider refuses leaves by the failed way and becomes a task, once', async () => {
    const debtor = await overdue({ email: 'unknown@example.nl' });
    world.mailbox.onSend = () => {
      throw new MailRefusedError('550 no such user');
    };

    await at(world, '2026-09-15');
    await at(world, '2026-09-16');

    expect(await told(world, debtor)).toEqual([
      '2026-09-15 reminder-1 failed',
      '2026-09-15 task-reminder-1 created',
    ]);
    expect(await tasksOf(debtor)).toHaveLength(1);
    expect(world.mailbox.to('unknown@example.nl')).toEqual([]);
  });

  it('a provider that is away is tried again until it is back; the letter leaves once', async () => {
    const debtor = await overdue({ email: 'patient@example.nl' });
    let tries = 0;
    world.mailbox.onSend = () => {
      if ((tries += 1) <= 3) throw new MailUnavailableError('connection refused');
    };

    // Tries after 5 minutes, half an hour and two hours: 09:00, 09:05, 09:35 and 11:35.
    for (const time of ['09:00', '09:04', '09:05', '09:35', '11:34', '11:35', '12:00']) {
      await at(world, '2026-09-15', { time });
    }

    expect(tries).toBe(4);
    expect(world.mailbox.to('patient@example.nl')).toHaveLength(1);
    expect(await told(world, debtor)).toEqual([
      '2026-09-15 reminder-1 parked retry',
      '2026-09-15 reminder-1 sent',
    ]);
  });

  it('one that stays away becomes a task in the end, and nothing is lost', async () => {
    const debtor = await overdue({ email: 'never@example.nl' });
    world.mailbox.onSend = () => {
      throw new MailUnavailableError('connection refused');
    };

    // 5 + 30 + 120 + 360 minutes and three days: the eighth try is on the evening of the 18th.
    for (let day = 15; day <= 19; day += 1) {
      for (let hour = 8; hour <= 23; hour += 1) {
        await at(world, `2026-09-${day}`, { time: `${String(hour).padStart(2, '0')}:59` });
      }
    }

    expect(await told(world, debtor)).toEqual([
      '2026-09-15 reminder-1 parked retry',
      '2026-09-18 reminder-1 failed',
      '2026-09-18 task-reminder-1 created',
    ]);
  });
});
