import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenLetter } from '../../core/domain/testing/letters.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterStep, costs, mail } from './telling/flow-of.ts';
import { theLaw } from './telling/the-law.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const { story, claimOn, byPost } = theLaw(() => world);

describe('a consumer whose letter comes back', () => {
  it('owes no costs, and a person is told', async () => {
    await at(world, '2027-02-01');
    const steps = {
      announce: costs('announced'),
      wait: afterStep(25),
      claim: costs('claimable'),
      rest: afterStep(60),
    };
    const { debtorId, first } = await story({
      kind: 'consumer',
      invoices: [[600, '2027-01-10']],
      steps,
    });
    await at(world, '2027-02-01', { time: '12:00' });
    await byPost(debtorId, '2027-02-01');
    await at(world, '2027-02-10');
    const announcementId = (await claimOn(debtorId)).clocks[0]!.announcementId;
    const news = { debtorId, announcementId, on: '2027-02-10', reason: 'verhuisd', by: 'Karin' };
    await world.claims.recordReturn(world.scope, news);

    await at(world, '2027-02-26');

    expect(await world.invoice(first)).toMatchObject({ costState: 'none', openCents: 60_000 });
    const { items } = await world.taskList.list(world.scope, {});
    expect(
      items.filter((one) => one.task.debtorId?.equals(debtorId)).map((one) => one.task.title),
    ).toEqual(['Brief met aanzegging van kosten kwam terug: verhuisd']);
  });
});

describe('a letter with costs that bounces', () => {
  /*
   * Mailed on Monday 5 April 2027, received on Tuesday the 6th: day 14 is the 20th, claimable from the 21st. Costs:
   * 90.00. Interest up to and including the 21st: 600.00 x 4 % x 51 days / 365 = 3.3534: 3.35.
   */
  it('announces nothing any more by itself, with a task, until somebody says that it did arrive', async () => {
    await at(world, '2027-04-05');
    const steps = {
      announce: costs('announced'),
      letter: mail('final-reminder'),
      wait: afterStep(60),
    };
    const email = 'verhuisd@example.nl';
    const invoices = [[600, '2027-03-01']] as const;
    const { debtorId, first } = await story({ kind: 'consumer', email, invoices, steps });
    await at(world, '2027-04-05', { time: '12:00' });
    const { items } = await world.communications.list(world.scope, { debtorId });
    const letter = items[0]!._id;
    const announcementId = letter.toHexString();
    const news = { debtorId, announcementId, by: 'Karin' };
    await at(world, '2027-04-22');
    await world.claims.recordReceipt(world.scope, { ...news, on: '2027-04-06', reason: 'gelezen' });
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 69_000 + 335 });

    const bounced = { reason: '550 onbekend adres', by: 'mailserver' };
    await world.communications.recordReturn(world.scope, letter, { ...bounced, on: '2027-04-05' });
    await world.communications.recordReturn(world.scope, letter, bounced);
    await world.work();

    expect(await world.invoice(first)).toMatchObject({
      costState: 'none',
      history: expect.arrayContaining([
        expect.objectContaining({ status: 'costs-letter-returned', ...bounced }),
      ]),
    });
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 60_000, announcedCents: 0 });
    const titles = async () =>
      (await world.taskList.list(world.scope, {})).items
        .filter(({ task }) => task.debtorId?.equals(debtorId) && task.state === 'open')
        .map(({ task }) => task.title);
    expect(await titles()).toEqual([
      'Brief met aanzegging van kosten kwam terug: 550 onbekend adres',
    ]);

    const undone = { reason: 'was een andere mail', by: 'Karin' };
    await world.communications.undoReturn(world.scope, letter, undone);
    await world.work();

    const again = { costState: 'announced', announcedOn: '2027-04-05' };
    expect(await world.invoice(first)).toMatchObject(again);
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 69_000 + 335 });
    expect(await titles()).toEqual([]);
  });

  it('is refused for a letter that never left, and for a day before it left or still to come', async () => {
    const { items } = await world.communications.list(world.scope, { state: 'sent' });
    const { _id, sentOn } = items[0]!;
    const told = { reason: 'x', by: 'Karin' };
    for (const on of ['2001-01-01', '2099-01-01']) {
      await expect(
        world.communications.recordReturn(world.scope, _id, { ...told, on }),
      ).rejects.toMatchObject({ code: 'RETURN_DAY_INVALID', details: { on, sentOn } });
    }
    const debtor = await world.given.debtor();
    const ambiguous = await givenLetter(world, debtor, { state: 'ambiguous' });
    await expect(
      world.communications.recordReturn(world.scope, ambiguous._id, told),
    ).rejects.toMatchObject({ code: 'LETTER_NOT_SENT' });

    const plain = await givenLetter(world, debtor, {
      sentOn: world.clock.now().toISOString().slice(0, 10),
    });
    await world.communications.recordReturn(world.scope, plain._id, { reason: 'vol', by: 'post' });
    await world.work();
    const { items: tasks } = await world.taskList.list(world.scope, {});
    expect(tasks.map(({ task }) => task.title)).toContain(
      'Bericht kwam niet aan, kijk het adres na: vol',
    );
  });
});
