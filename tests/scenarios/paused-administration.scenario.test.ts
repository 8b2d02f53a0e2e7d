import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdministrationService } from '../../core/domain/administrations/index.ts';
import { outbox } from '../../core/events/index.ts';
import { eventOf } from '../../core/events/event-of.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, afterStep, flowOf, mail } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  const steps = {
    'wait-1': afterDue(14),
    'mail-1': mail(),
    'wait-2': afterStep(7),
    'mail-2': mail('second-reminder'),
  };
  await world.choose(await world.publish('letters', flowOf(world, steps)));
});
afterAll(() => world.close());

const books = () => createAdministrationService(world);
const morning = (day: string) => world.clock.moveTo(new Date(`${day}T06:00:00Z`));

async function overdue(dueOn: string): Promise<Id> {
  const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: _id, invoicedOn: dueOn, dueOn });
  return _id;
}

/** Events come at least once: the engine hears the newest of that name another time. */
async function tellAgain(name: string): Promise<void> {
  const rows = world.store.table(outbox).in(world.scope);
  const [row] = await rows.find({ name }, { sort: { _id: -1 }, limit: 1 });
  const listeners = world.flows.listeners.filter((one) => one.names.includes(name as never));
  for (const one of listeners) await one.handle([eventOf(row!)]);
}

describe('a paused administration', () => {
  it('sends nothing at all, and goes on now', async () => {
    const debtor = await overdue('2026-09-01');
    await at(world, '2026-09-02');
    morning('2026-09-10');
    const { administrationId } = world.place;
    await books().pause(world.scope, administrationId, { until: null, reason: 'moving house' });
    // One that comes due meanwhile starts and waits as well.
    const other = await overdue('2026-09-11');
    await through(world, '2026-09-12', '2026-09-28');
    expect(world.mailbox.mails).toEqual([]);

    morning('2026-09-29');
    await books().resume(world.scope, administrationId, 'now');
    await at(world, '2026-09-29');

    expect(await told(world, debtor)).toEqual([
      '2026-09-15 wait-1 parked administration-paused-open',
      '2026-09-29 wait-1 intervened resumed.now',
      '2026-09-29 mail-1 sent',
    ]);
    // 11 September + 14 = 25 September has passed too.
    expect(await told(world, other)).toEqual([
      '2026-09-12 start parked administration-paused-open',
      '2026-09-29 start intervened resumed.now',
      '2026-09-29 mail-1 sent',
    ]);
  });

  it('moves every planned day, also of what never noticed the pause; a second telling changes nothing', async () => {
    const debtor = await overdue('2026-11-01');
    await at(world, '2026-11-02');
    morning('2026-11-03');
    const { administrationId } = world.place;
    await books().pause(world.scope, administrationId, { until: '2026-11-30', reason: 'holiday' });
    morning('2026-11-09');
    await books().resume(world.scope, administrationId, 'shift');
    await at(world, '2026-11-09');

    // 3 to 9 November is 6 days: 15 + 6 = 21 November.
    expect(await world.flowsOf(debtor)).toMatchObject([{ plannedOn: '2026-11-21', gate: null }]);
    await tellAgain('administration.resumed');
    await at(world, '2026-11-10');
    expect(await world.flowsOf(debtor)).toMatchObject([{ plannedOn: '2026-11-21' }]);

    await through(world, '2026-11-20', '2026-11-21');
    await at(world, '2026-11-28');
    expect((await told(world, debtor)).slice(0, 3)).toEqual([
      '2026-11-09 wait-1 intervened resumed.shift',
      '2026-11-21 mail-1 sent',
      '2026-11-28 mail-2 sent',
    ]);
  });
});
