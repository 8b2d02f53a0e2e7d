import { cents, MailRefusedError } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterStep, costs, flowOf, mail, type StepOf } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
let count = 0;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

/** A consumer whose invoice of 600.00 is due on 1 March; the mail server refuses the first letters for good. */
async function refusing(letters: number, steps: Readonly<Record<string, StepOf>>) {
  count += 1;
  const email = `weg-${count}@example.nl`;
  let tries = 0;
  world.mailbox.onSend = () => {
    tries += 1;
    if (tries <= letters) throw new MailRefusedError('The mail server refused this mail (550).');
  };
  await at(world, '2026-03-02');
  const document = flowOf(world, steps, { country: 'ZZ' });
  await world.choose(await world.publish(`refused-${count}`, document));
  const { _id: debtorId } = await world.given.debtor({ email, kind: 'consumer' });
  const { _id } = await world.given.invoice({
    debtorId,
    totalCents: cents(60_000),
    invoicedOn: '2026-02-01',
    dueOn: '2026-03-01',
  });
  await at(world, '2026-03-02', { time: '12:00' });
  await at(world, '2026-03-03', { time: '12:00' });
  return { debtorId, invoice: await world.invoice(_id), email, tries: () => tries };
}
const tasksOf = async (debtorId: Id) =>
  (await world.taskList.list(world.scope, {})).items
    .filter(({ task }) => task.debtorId?.equals(debtorId))
    .map(({ task }) => task.title);

describe('a letter with costs that the mail server refuses for good', () => {
  it('announces nothing, is never tried again, and a person has one task', async () => {
    const { debtorId, invoice, tries } = await refusing(9, {
      announce: costs('announced'),
      letter: mail('final-reminder'),
      rest: afterStep(60),
    });

    expect(tries()).toBe(1);
    expect(await told(world, debtorId)).toContain('2026-03-02 letter failed');
    expect(invoice).toMatchObject({ costState: 'none', announcedOn: null, announcement: null });
    expect(await tasksOf(debtorId)).toEqual([
      'Kosten zijn niet aangezegd: de mailserver weigerde de brief',
    ]);
    const { items } = await world.communications.list(world.scope, { debtorId, page: {} });
    expect(items).toMatchObject([{ state: 'refused', sentOn: null, returnedOn: null }]);
    expect(await world.published()).toContain('communication.returned');
  });

  it('leaves the announcement to a letter that goes out in its place', async () => {
    const { debtorId, invoice } = await refusing(1, {
      announce: costs('announced'),
      letter: { ...mail('final-reminder'), to: { sent: 'rest' } },
      other: mail('final-reminder'),
      rest: afterStep(60),
    });

    expect(invoice).toMatchObject({
      costState: 'announced',
      announcement: { sentOn: '2026-03-02', faults: [] },
    });
    expect(await tasksOf(debtorId)).toEqual([]);
  });
});
