import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, flowOf, mail, split, switchTo } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
const flows: Record<string, Id> = {};
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  for (const slug of ['neutral', 'friendly', 'strict']) flows[slug] = world.flowIds.get(slug)!;
});
afterAll(() => world.close());

/** Due Tuesday 1 September 2026; in Neutral reminder 1 is on the 15th. */
async function overdue(flow: Id): Promise<Id> {
  await world.choose(flow);
  const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  await at(world, '2026-09-02');
  return _id;
}

async function switchFlow(debtorId: Id, flowId: Id | null, mode: 'reset' | 'continue') {
  const debtor = await world.debtors.get(world.scope, debtorId);
  await world.flows.switchFlow(world.scope, { debtor, flowId, mode, who: 'Anna' });
}
const letters = async (debtor: Id) =>
  (await told(world, debtor)).filter((line) => /sent|ended/.test(line));

const live = async (debtor: Id) => (await world.flowsOf(debtor)).filter((one) => one.isLive);

describe('another flow by hand', () => {
  it('goes on behind the last letter that was sent', async () => {
    const debtor = await overdue(flows['neutral']!);
    await through(world, '2026-09-14', '2026-09-16');

    await switchFlow(debtor, flows['friendly']!, 'continue');
    await through(world, '2026-09-17', '2026-09-29');

    // Reminder 1 left on 15 September; Friendly sends reminder 2 fourteen days later: 29 September.
    expect(await letters(debtor)).toEqual([
      '2026-09-15 reminder-1 sent',
      '2026-09-16 wait-reminder-2 ended flow-switched',
      '2026-09-29 reminder-2 sent',
    ]);
  });

  it('finds its place where the other flow has no such letter', async () => {
    const debtor = await overdue(flows['neutral']!);
    await through(world, '2026-09-14', '2026-09-22');

    // Reminder 2 left on 22 September; Strict has none, so it goes on behind reminder 1: 22 + 7 = 29.
    await switchFlow(debtor, flows['strict']!, 'continue');
    await through(world, '2026-09-28', '2026-09-29');

    expect((await letters(debtor)).slice(1)).toEqual([
      '2026-09-22 reminder-2 sent',
      '2026-09-22 wait-reminder-3 ended flow-switched',
      '2026-09-29 reminder-3 sent',
    ]);
  });

  it('goes on behind the last letter also when the flow was stopped meanwhile', async () => {
    const debtor = await overdue(flows['neutral']!);
    await through(world, '2026-09-14', '2026-09-16');
    const [running] = await world.flowsOf(debtor);
    const by = { who: 'Anna', today: '2026-09-16', reason: 'eerst overleg' };
    await world.flows.instances.stop(world.scope, running!._id, by);

    await switchFlow(debtor, flows['friendly']!, 'continue');
    await through(world, '2026-09-28', '2026-09-29');

    expect((await letters(debtor)).filter((line) => line.includes('sent'))).toEqual([
      '2026-09-15 reminder-1 sent',
      '2026-09-29 reminder-2 sent',
    ]);
  });

  it('starts over when that is asked for', async () => {
    const debtor = await overdue(flows['neutral']!);
    await through(world, '2026-09-14', '2026-09-15');

    await switchFlow(debtor, flows['friendly']!, 'reset');
    await through(world, '2026-09-21', '2026-09-22');

    // Friendly: due date + 21 = 22 September; the average term is not known.
    expect((await letters(debtor)).slice(1)).toEqual([
      '2026-09-15 wait-reminder-2 ended flow-switched',
      '2026-09-22 reminder-1 sent',
    ]);
  });

  it('ends all that runs for the debtor, also per invoice', async () => {
    const each = flowOf(world, { wait: afterDue(14), mail: mail() }, { subject: 'invoice' });
    await world.choose((flows['each'] = await world.publish('each', each)));
    const debtor = await overdue(flows['each']!);
    await world.given.invoice({ debtorId: debtor, invoicedOn: '2026-08-02', dueOn: '2026-08-31' });
    await at(world, '2026-09-03');

    await switchFlow(debtor, flows['neutral']!, 'continue');
    await at(world, '2026-09-04');
    expect(await live(debtor)).toMatchObject([{ invoiceId: null, nodeId: 'wait-reminder-1' }]);
    await switchFlow(debtor, flows['each']!, 'reset');
    await at(world, '2026-09-05');

    expect((await live(debtor)).map((one) => one.invoiceId !== null)).toEqual([true, true]);
  });
});

describe('another flow by a step', () => {
  it('sends each debtor the way of its behaviour, at once', async () => {
    const router = flowOf(world, {
      which: split({ steady: 'to-friendly', unknown: 'to-neutral', fluctuating: 'to-neutral' }),
      'to-friendly': switchTo('friendly', 'reset'),
      'to-neutral': switchTo('neutral', 'reset'),
    });
    const debtor = await overdue(await world.publish('router', router));

    expect(await told(world, debtor)).toEqual([
      '2026-09-02 which unknown',
      '2026-09-02 to-neutral switched',
      '2026-09-02 to-neutral ended flow-switched',
    ]);
    expect(await live(debtor)).toMatchObject([{ nodeId: 'wait-reminder-1' }]);
  });

  it('to a flow that is not there leaves the debtor where a person sees it', async () => {
    const debtor = await overdue(
      await world.publish('lost', flowOf(world, { mail: mail(), away: switchTo('gone', 'reset') })),
    );

    expect(await world.flowsOf(debtor)).toMatchObject([
      { isLive: true, state: 'stuck', nodeId: 'away', waiting: { code: 'flow.stuck.error' } },
    ]);
    expect(world.mailbox.to('debtor@example.nl').length).toBeGreaterThan(0);
    // Mended by adding the flow: released, it goes on.
    await world.publish('gone', flowOf(world, { wait: afterDue(14), mail: mail() }));
    const [stuck] = await world.flowsOf(debtor);
    const by = { who: 'Anna', today: '2026-09-02' };
    await world.flows.instances.release(world.scope, stuck!._id, by);
    await world.work();

    expect(await live(debtor)).toMatchObject([{ state: 'running', nodeId: 'wait' }]);
  });

  it('to and fro ends as stuck after five times in a day', async () => {
    const ping = await world.publish('ping', flowOf(world, { away: switchTo('pong', 'reset') }));
    await world.publish('pong', flowOf(world, { away: switchTo('ping', 'reset') }));

    const debtor = await overdue(ping);

    const walked = await world.flowsOf(debtor);
    expect(walked).toHaveLength(6);
    expect(await live(debtor)).toMatchObject([{ state: 'stuck', switchCount: 5 }]);
  });
});

describe('no flow', () => {
  it('gives one task, and a flow that is chosen later begins', async () => {
    await world.choose(null);
    const { _id } = await world.given.debtor({ email: 'none@example.nl' });
    await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
    await through(world, '2026-09-02', '2026-09-04');
    const tasks = async () =>
      (await world.taskList.list(world.scope, {})).items.filter(
        ({ task }) => task.kind === 'no-flow' && task.debtorId?.equals(_id),
      );
    expect(await world.flowsOf(_id)).toEqual([]);
    expect(await tasks()).toHaveLength(1);

    await world.choose(flows['neutral']!);
    await at(world, '2026-09-05');
    expect(await world.flowsOf(_id)).toMatchObject([{ nodeId: 'wait-reminder-1' }]);
  });

  it('also when the last one is taken away', async () => {
    const debtor = await overdue(flows['neutral']!);
    await world.choose(null);

    await switchFlow(debtor, null, 'reset');

    expect(await world.flowsOf(debtor)).toMatchObject([{ isLive: false }]);
    const { items } = await world.taskList.list(world.scope, {});
    expect(items.filter(({ task }) => task.debtorId?.equals(debtor))).toMatchObject([
      { task: { kind: 'no-flow' } },
    ]);
  });
});
