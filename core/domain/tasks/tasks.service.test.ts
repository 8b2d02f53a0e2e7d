import { message } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { administrationScope, newId } from '../../store/index.ts';
import { invoices } from '../invoices/index.ts';
import { openWorld, type World } from '../testing/world.ts';
import type { TaskByHand } from './create-task.ts';
import { createTaskService } from './tasks.service.ts';
import { tasks } from './task.model.ts';

const database = testDatabase();
const anna = newId();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

const given = (more: Partial<TaskByHand> = {}) =>
  world.taskList.create(world.scope, {
    administrationId: world.place.administrationId,
    kind: 'to-do',
    title: 'Call back',
    dueOn: '2026-03-02',
    by: 'Bram',
    ...more,
  });
const titles = async (query: object = {}) =>
  (await world.taskList.list(world.scope, query)).items.map((one) => one.task.title);

describe('the task list', () => {
  it('shows what is due today, or would be on another day, longest due first', async () => {
    await given({ title: 'today' });
    await given({ title: 'late', dueOn: '2026-02-20' });
    await given({ title: 'next week', dueOn: '2026-03-09' });

    expect(await titles()).toEqual(['late', 'today']);
    expect(await titles({ on: '2026-03-09' })).toEqual(['late', 'today', 'next week']);
  });

  it('can be that of one colleague', async () => {
    const task = await given({ title: 'for Anna' });
    await world.taskList.update(world.scope, task._id, { assigneeId: anna });

    expect(await titles({ assigneeId: anna })).toEqual(['for Anna']);
  });

  it('keeps tasks of paused debtors and disputed invoices, with a flag', async () => {
    const debtor = await world.given.debtor({ name: 'Flagged' });
    const invoice = await world.given.invoice({ debtorId: debtor._id });
    await given({ title: 'flagged', debtorId: debtor._id });
    const flags = async (on: string) => {
      const { items } = await world.taskList.list(world.scope, { debtorId: debtor._id, on });
      return items.map(({ isDebtorPaused, isDisputed }) => [isDebtorPaused, isDisputed]);
    };
    expect(await flags('2026-03-02')).toEqual([[false, false]]);

    await world.debtors.pause(world.scope, debtor._id, { until: '2026-03-05', reason: 'x' });
    await world.store
      .table(invoices)
      .in(world.scope)
      .updateOne({ _id: invoice._id }, { $set: { disputedAt: world.clock.now() } });

    expect(await flags('2026-03-02')).toEqual([[true, true]]);
    expect(await flags('2026-03-06')).toEqual([[false, true]]);
  });
});

describe('a task', () => {
  it('is done once, and does not change after that', async () => {
    const task = await given();
    await world.published();

    expect(await world.taskList.done(world.scope, task._id, 'Anna')).toMatchObject({
      state: 'done',
      doneBy: 'Anna',
    });

    expect(await world.published()).toEqual(['task.done']);
    const refused = { code: 'TASK_CLOSED' };
    await expect(world.taskList.done(world.scope, task._id, 'Anna')).rejects.toMatchObject(refused);
    await expect(
      world.taskList.update(world.scope, task._id, { title: 'x' }),
    ).rejects.toMatchObject(refused);
  });

  it('goes only to a colleague, and only to a debtor of its administration', async () => {
    const strict = createTaskService({ ...world, findColleague: async () => null });
    const other = await world.debtors.create(world.scope, await world.newPlace(), {
      number: '1',
      kind: 'business',
      name: 'Elsewhere',
    });

    const task = await given();
    await expect(strict.update(world.scope, task._id, { assigneeId: anna })).rejects.toMatchObject({
      code: 'ASSIGNEE_UNKNOWN',
    });
    await expect(given({ debtorId: other._id })).rejects.toMatchObject({
      code: 'DEBTOR_NOT_FOUND',
    });
  });
});

it('knows no colleague of another creditor, neither to give a task nor to look at a list', async () => {
  const { creditorId } = world.place;
  const colleagueOf = (id: typeof creditorId) =>
    createTaskService({
      ...world,
      findColleague: async () => ({ creditorIds: [id.toHexString()], administrationIds: 'all' }),
    });
  const scope = administrationScope(world.place);
  const task = await given();
  const unknown = { code: 'ASSIGNEE_UNKNOWN', status: 404 };

  const elsewhere = colleagueOf(newId());
  const give = elsewhere.update(scope, task._id, { assigneeId: anna });
  await expect(give).rejects.toMatchObject(unknown);
  await expect(elsewhere.list(scope, { assigneeId: anna })).rejects.toMatchObject(unknown);

  const near = colleagueOf(creditorId);
  await near.update(scope, task._id, { assigneeId: anna });
  const { items } = await near.list(scope, { assigneeId: anna });
  expect(items.map((one) => one.task._id)).toContainEqual(task._id);
});

describe('an automatic task', () => {
  it('is made once per key, also after it was done, and withdrawn when its cause is gone', async () => {
    const wanted = {
      ...world.place,
      key: 'look',
      kind: 'review',
      title: 'Look',
      because: message('x'),
      dueOn: '2026-03-02',
    } as const;
    const ensure = () =>
      world.store.transaction((session) =>
        world.tasks.ensure(world.scope, session, [wanted, wanted]),
      );
    await world.published();

    await ensure();
    await ensure();

    expect(await world.published()).toEqual(['task.created']);
    const keys = ['look'];
    const { administrationId } = world.place;
    const gone = { administrationId, keys };
    await world.store.transaction((session) => world.tasks.withdraw(world.scope, session, gone));
    const row = await world.store.table(tasks).in(world.scope).findOne({ key: 'look' });
    expect(row).toMatchObject({ state: 'cancelled', doneBy: 'system' });
  });
});
