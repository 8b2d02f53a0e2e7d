import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  administrations,
  createAdministrationService,
} from '../../core/domain/administrations/index.ts';
import { createCreditorService } from '../../core/domain/creditors/index.ts';
import { instances, shards } from '../../core/flows/index.ts';
import { createOverview } from '../../core/overview/read-overview.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';

const database = testDatabase();
let world: FlowWorld;
let another: Id;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  const creditor = await createCreditorService(world).create(world.scope, {
    agencyId: world.place.agencyId,
    name: 'Drukkerij De Letter',
    number: '2',
  });
  const made = await createAdministrationService(world).create(world.scope, {
    creditorId: creditor._id,
    name: 'Drukwerk',
    number: '2',
  });
  another = made._id;
});
afterAll(() => world.close());

const runsAt = async (time: string) => {
  world.clock.moveTo(new Date(`2026-03-03T${time}Z`));
  await world.work();
};
const seen = async () => {
  const { numbers } = await createOverview(world)(world.scope);
  return numbers.map(({ administration, runState, sinceRunMinutes }) => {
    const name = administration._id.equals(another) ? 'Drukwerk' : 'Bakkerij';
    return `${name} ${runState} ${sinceRunMinutes}`;
  });
};

describe('the time since the flows of an administration last ran', () => {
  it('counts from the last time, for all that run; what is paused is not run and comes first', async () => {
    await runsAt('08:00:00');
    const books = createAdministrationService(world);
    await books.pause(world.scope, another, { until: null, reason: 'verhuizing' });
    await runsAt('08:30:00');
    world.clock.moveTo(new Date('2026-03-03T08:42:30Z'));

    expect(await seen()).toEqual(['Drukwerk paused 42', 'Bakkerij on-time 12']);

    await books.resume(world.scope, another, 'now');
    await runsAt('08:50:00');
    expect(await seen()).toEqual(expect.arrayContaining(['Drukwerk on-time 0']));
  });

  it('is late for the one of which something is due still, and not for the other', async () => {
    await world.choose(world.flowIds.get('neutral')!);
    const { _id } = await world.given.debtor({ email: 'wacht@example.nl' });
    await world.given.invoice({ debtorId: _id, invoicedOn: '2026-01-01', dueOn: '2026-01-15' });
    await world.flows.startDue(world.clock.now());
    await runsAt('09:00:00');
    // Somebody else has taken the work and does not get through it.
    const [walking] = await world.flowsOf(_id);
    const due = new Date('2026-03-03T09:10:00Z');
    await setWake(walking!._id, due);
    await leaseUntil(walking!.shard, new Date('2999-01-01'));
    await runsAt('10:30:00');

    expect(await seen()).toEqual(['Bakkerij late 90', 'Drukwerk on-time 0']);

    await leaseUntil(walking!.shard, new Date(0));
    await runsAt('10:40:00');
    expect((await seen()).toSorted()).toEqual(['Bakkerij on-time 0', 'Drukwerk on-time 0']);
  });

  it('is told by never for one that the flows did not come to yet', async () => {
    const rows = world.store.table(administrations).in(world.scope);
    await rows.updateOne({ _id: another }, { $set: { lastRunAt: null } });

    expect((await seen())[0]).toMatch(/^Drukwerk .* null$/);
  });
});

const setWake = (_id: Id, wakeAt: Date) =>
  world.store.table(instances).in(world.scope).updateOne({ _id }, { $set: { wakeAt } });

async function leaseUntil(shard: number, until: Date): Promise<void> {
  const change = { $set: { owner: 'somebody else', leaseUntil: until } };
  const rows = world.store.table(shards).in(world.scope);
  await rows.updateOne({ _id: shard } as never, change as never);
}
