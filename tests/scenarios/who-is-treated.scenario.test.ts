import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrations } from '../../core/domain/administrations/index.ts';
import { debtors } from '../../core/domain/debtors/index.ts';
import { chooseFlow } from '../../core/flows/index.ts';
import { createTreatedCounts } from '../../core/flows/instances/count-treated.ts';
import { createOverview } from '../../core/overview/read-overview.ts';
import { agencyScope, type Id, newId } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { afterDue, flowOf, mail } from './telling/flow-of.ts';

const database = testDatabase();
let world: FlowWorld;
let each: Id;
let neutral: Id;
const people: Id[] = [];

/** Four who owe: two in Neutral, one in a flow per invoice of their own with two invoices, one in none. */
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  neutral = world.flowIds.get('neutral')!;
  const perInvoice = flowOf(world, { wait: afterDue(30), mail: mail() }, { subject: 'invoice' });
  each = await world.publish('each', perInvoice);
  const choice = { steady: neutral, unknown: neutral, fluctuating: null, erratic: null };
  await world.administration({ flowChoice: choice });
  for (const name of ['Anna', 'Bram', 'Cato', 'Dirk']) {
    const { _id } = await world.given.debtor({ name, email: `${name}@example.nl` });
    await world.given.invoice({ debtorId: _id, invoicedOn: '2026-02-01', dueOn: '2026-03-01' });
    people.push(_id);
  }
  const [, , cato, dirk] = people;
  await world.given.invoice({ debtorId: cato!, invoicedOn: '2026-02-02', dueOn: '2026-03-01' });
  await set(cato!, { flowId: each });
  await set(dirk!, { 'behaviour.class': 'erratic' });
  await world.passTo('2026-03-03');
});
afterAll(() => world.close());

const set = (_id: Id, change: object) =>
  world.store
    .table(debtors)
    .in(world.scope)
    .updateOne({ _id }, { $set: change } as never);
const treated = () => createTreatedCounts(world.store)(world.scope);

describe('who is treated by which flow', () => {
  it('counts debtors, also where a flow walks with each of their invoices', async () => {
    const { byFlow, total } = await treated();

    expect(byFlow.get(String(neutral))).toEqual({ running: 2, debtors: 2 });
    expect(byFlow.get(String(each))).toEqual({ running: 2, debtors: 1 });
    expect(total).toBe(3);
  });

  it('says for whom a flow is chosen: in administrations, and for debtors apart', async () => {
    const { chosenFor } = await treated();

    expect(chosenFor.get(String(neutral))).toEqual({ administrations: 1, debtors: 0 });
    expect(chosenFor.get(String(each))).toEqual({ administrations: 0, debtors: 1 });
    expect(chosenFor.get(String(world.flowIds.get('strict')))).toBeUndefined();
  });

  it('lists who has none: those who owe and for whom no flow is chosen, with a task', async () => {
    const { items } = await world.debtors.list(world.scope, { state: 'no-flow' });

    expect(items.map(({ debtor }) => debtor.name)).toEqual(['Dirk']);
    const [books] = await world.store.table(administrations).in(world.scope).find();
    const everybody = await world.debtors.list(world.scope, { state: 'open' });
    const unfollowed = everybody.items.filter(({ debtor }) => !chooseFlow(debtor, books!).flowId);
    expect(unfollowed.map(({ debtor }) => debtor.name)).toEqual(['Dirk']);
    const { numbers } = await createOverview(world)(world.scope);
    expect(numbers.map((one) => one.withoutFlowCount)).toEqual([1]);
    const tasks = await world.taskList.list(world.scope, {});
    expect(tasks.items.filter(({ task }) => task.kind === 'no-flow')).toMatchObject([
      { task: { debtorId: people[3] } },
    ]);
  });

  it('counts those as well whose flow was chosen and never published', async () => {
    const draft = { agencyId: world.place.agencyId, creditorId: null, slug: 'never-published' };
    const { _id } = await world.flows.definitions.create(world.scope, {
      ...draft,
      document: flowOf(world, { mail: mail() }),
    });
    await world.choose(_id);

    const { items } = await world.debtors.list(world.scope, { state: 'no-flow' });
    expect(items.map(({ debtor }) => debtor.name)).toEqual(['Anna', 'Bram', 'Dirk']);
    const { numbers } = await createOverview(world)(world.scope);
    expect(numbers.map((one) => one.withoutFlowCount)).toEqual([3]);
  });

  it('leaves nobody out once there is a flow for everybody', async () => {
    await world.choose(neutral);

    expect((await world.debtors.list(world.scope, { state: 'no-flow' })).items).toEqual([]);
    const { numbers } = await createOverview(world)(world.scope);
    expect(numbers.map((one) => one.withoutFlowCount)).toEqual([0]);
  });

  it('shows nothing of it to another agency', async () => {
    const other = agencyScope(newId());
    const { byFlow, chosenFor, total } = await createTreatedCounts(world.store)(other);

    expect([byFlow.size, chosenFor.size, total]).toEqual([0, 0, 0]);
    expect((await world.debtors.list(other, { state: 'no-flow' })).items).toEqual([]);
  });
});
