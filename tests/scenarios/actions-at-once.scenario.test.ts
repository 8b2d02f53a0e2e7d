import { MailRefusedError, MailUnavailableError } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import {
  afterStep,
  costs,
  flowOf,
  mail,
  type StepOf,
  stop,
  task,
  together,
} from './telling/flow-of.ts';
import { sentences, told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
let count = 0;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
beforeEach(() => void (world.mailbox.onSend = () => undefined));
afterAll(() => world.close());

/** A debtor with an invoice that came due on 1 September 2026, the flow begins on the 2nd. */
/** What the engine itself refuses, whatever was published. */
const LAWLESS = { country: 'ZZ' } as const;

async function story(
  steps: Readonly<Record<string, StepOf>>,
  email: string | null = 'a@b.example',
) {
  await world.choose(await world.publish(`story-${(count += 1)}`, flowOf(world, steps, LAWLESS)));
  const { _id } = await world.given.debtor({ email });
  const dates = { invoicedOn: '2026-08-01', dueOn: '2026-09-01' };
  const invoice = await world.given.invoice({ debtorId: _id, ...dates });
  await at(world, '2026-09-02');
  return { debtor: _id, invoice: invoice._id };
}
const tasksOf = async (debtor: Id) =>
  (await world.taskList.list(world.scope, {})).items
    .filter((one) => one.task.debtorId?.equals(debtor))
    .map((one) => one.task.title);
const mails = (address = 'a@b.example') => world.mailbox.to(address).length;
const ALL = together(mail(), task('Look at it'), costs('announced'));

describe('several actions at once', () => {
  it('are executed in one step with one line', async () => {
    const { debtor, invoice } = await story({ all: ALL });

    expect((await told(world, debtor))[0]).toBe('2026-09-02 all done');
    expect(mails()).toBe(1);
    expect(await tasksOf(debtor)).toEqual(['Look at it']);
    expect(await world.invoice(invoice)).toMatchObject({ costState: 'announced' });
  });

  it('one that fails does not undo the others, and the path names it', async () => {
    world.mailbox.onSend = () => {
      throw new MailRefusedError('550 no such user');
    };
    const { debtor, invoice } = await story({ all: ALL }, 'refused@example.nl');

    expect((await told(world, debtor))[0]).toBe('2026-09-02 all partly-failed');
    // The letter that was to announce the costs never left: they are not announced, and a person knows.
    expect(await tasksOf(debtor)).toEqual([
      'Kosten zijn niet aangezegd: de mailserver weigerde de brief',
      'Look at it',
    ]);
    expect(await world.invoice(invoice)).toMatchObject({ costState: 'none' });
    const [flow] = await world.flowsOf(debtor);
    expect(await sentences(world, flow!._id, 'nl')).toContain(
      '1 van 3 acties mislukt: 550 no such user',
    );
  });

  it('no address is a failure of its part, too', async () => {
    const { debtor } = await story({ all: ALL }, null);

    expect((await told(world, debtor))[0]).toBe('2026-09-02 all partly-failed');
    expect(await tasksOf(debtor)).toEqual(['Look at it']);
  });

  it('wait together for a provider that is away, and happen once', async () => {
    let tries = 0;
    world.mailbox.onSend = () => {
      if ((tries += 1) === 2) throw new MailUnavailableError('connection refused');
    };
    const both = together(mail(), mail('second-reminder'), task('Look at it'));
    const { debtor } = await story({ all: both }, 'both@example.nl');
    expect(await tasksOf(debtor)).toEqual([]);

    await at(world, '2026-09-02', { time: '09:05' });

    expect(mails('both@example.nl')).toBe(2);
    expect(await tasksOf(debtor)).toEqual(['Look at it']);
    expect((await told(world, debtor)).slice(0, 2)).toEqual([
      '2026-09-02 all parked retry',
      '2026-09-02 all done',
    ]);
  });

  it('the end of a flow cannot be among them', async () => {
    const flow = flowOf(world, { all: together(task('Look at it'), stop()) });

    await expect(world.publish('end-in-group', flow)).rejects.toThrow('FLOW_NOT_IN_GROUP (all)');
  });
});

describe('the state of collection costs', () => {
  it('is claimable only after it was announced, in a step before', async () => {
    const { debtor, invoice } = await story({
      early: costs('claimable'),
      announce: costs('announced'),
      'wait-1': afterStep(14),
      claim: costs('claimable'),
    });
    expect(await world.invoice(invoice)).toMatchObject({ costState: 'announced' });

    // 2 + 14 = 16 September.
    await at(world, '2026-09-16');

    expect((await told(world, debtor)).slice(0, 3)).toEqual([
      '2026-09-02 early skipped collection-costs.none-claimable',
      '2026-09-02 announce changed',
      '2026-09-16 claim changed',
    ]);
    expect(await world.invoice(invoice)).toMatchObject({
      costState: 'claimable',
      announcedOn: '2026-09-02',
      claimableOn: '2026-09-16',
    });
  });

  it('what came due after the announcement is not claimable with the rest', async () => {
    const { debtor, invoice } = await story({
      announce: costs('announced'),
      'wait-1': afterStep(14),
      claim: costs('claimable'),
    });
    const dates = { invoicedOn: '2026-08-10', dueOn: '2026-09-10' };
    const later = await world.given.invoice({ debtorId: debtor, ...dates });

    await at(world, '2026-09-16');

    expect(await world.invoice(invoice)).toMatchObject({ costState: 'claimable' });
    expect(await world.invoice(later._id)).toMatchObject({ costState: 'none' });
  });

  it('announcing and claiming at once only announces', async () => {
    const { invoice } = await story({ all: together(costs('announced'), costs('claimable')) });

    expect(await world.invoice(invoice)).toMatchObject({ costState: 'announced' });
  });
});
