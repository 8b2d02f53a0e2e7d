import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutcomeLeadsNowhereError, instances, moves } from '../../core/flows/index.ts';
import { createWatchCounts } from '../../core/flows/instances/watch-counts.ts';
import { agencyScope, type Id, newId } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';

const database = testDatabase();
let world: FlowWorld;
const people: Id[] = [];
let watched: { flowId: Id; version: number };
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  for (let index = 0; index < 12; index += 1) {
    const { _id: debtorId } = await world.given.debtor({ email: `d${index}@example.nl` });
    await world.given.invoice({ debtorId, invoicedOn: '2026-02-01', dueOn: '2026-03-03' });
    people.push(debtorId);
  }
  watched = { flowId: world.flowIds.get('neutral')!, version: 1 };
  await world.choose(watched.flowId);
  await world.passTo('2026-04-01');
});
afterAll(() => world.close());

const period = { from: '2026-03-02', to: '2026-04-01' };
const counts = () => createWatchCounts(world.store);

describe('watching a published version', () => {
  it('counts where every case stands, and by which outcome each left a step', async () => {
    const walked = await world.store.table(instances).in(world.scope).find(watchedRows());
    const standing = await counts().standing(world.scope, watched);
    const passed = await counts().passed(world.scope, watched, period);

    expect(sum(standing)).toBe(walked.filter(({ isLive }) => isLive).length);
    const steps = (await Promise.all(walked.map(({ _id }) => world.stepsOf(_id)))).flat();
    const left = steps.filter(({ kind }) => ['done', 'skipped', 'ended'].includes(kind));
    expect(sum(passed)).toBe(left.length);
    const started = passed.find(({ nodeId }) => nodeId === 'start');
    expect(started).toMatchObject({ outcome: 'started', count: walked.length });
    expect(left.length).toBeGreaterThan(20);
  });

  it('lists the cases behind a count, page by page', async () => {
    const way = { ...period, nodeId: 'start', outcome: 'started' };
    const first = await counts().casesPassed(world.scope, watched, { ...way, page: { limit: 5 } });
    const cursor = first.nextCursor!;
    const page = { limit: 200, cursor };
    const rest = await counts().casesPassed(world.scope, watched, { ...way, page });

    const ids = [...first.items, ...rest.items].map(({ instance }) => String(instance._id));
    expect(new Set(ids).size).toBe(ids.length);
    const passed = await counts().passed(world.scope, watched, period);
    expect(passed.find(({ nodeId }) => nodeId === 'start')?.count).toBe(ids.length);
  });

  it('shows nothing of it to another agency', async () => {
    const other = agencyScope(newId());

    expect(await counts().standing(other, watched)).toEqual([]);
    expect(await counts().passed(other, watched, period)).toEqual([]);
    const page = await counts().cases(other, watched, { page: {} });
    expect(page.items).toEqual([]);
  });

  it('lets a person move a case on by an outcome, told in its path and counted', async () => {
    const [live] = await world.store
      .table(instances)
      .in(world.scope)
      .find({ debtorId: { $in: people }, isLive: true, nodeId: /^wait-/ });
    const by = { who: 'Ann', today: '2026-04-01', reason: 'sent by hand' };
    const { _id } = live!;
    await expect(
      world.flows.instances.moveOn(world.scope, _id, { ...by, outcome: 'no-such-way' }),
    ).rejects.toThrow(OutcomeLeadsNowhereError);

    const flow = await world.flows.definitions.version(world.scope, watched.flowId, 1);
    const { edges } = flow.document as { edges: { from: string; outcome: string; to: string }[] };
    const way = edges.find(({ from }) => from === live!.nodeId)!;
    const after = await world.flows.instances.moveOn(world.scope, _id, {
      ...by,
      outcome: way.outcome,
    });

    expect(after).toMatchObject({ nodeId: way.to, state: 'running', visit: live!.visit + 1 });
    const last = (await world.stepsOf(_id)).at(-1);
    expect(last).toMatchObject({
      kind: 'skipped',
      nodeId: live!.nodeId,
      outcome: way.outcome,
      by: 'Ann',
      because: { code: 'flow.intervened.moved-on' },
    });
    const foreign = agencyScope(newId());
    await expect(
      world.flows.instances.moveOn(foreign, _id, { ...by, outcome: way.outcome }),
    ).rejects.toThrow(/not exist/);
  });

  it('reads what passed by the index of the version, not by looking at every move', async () => {
    const plan = await world.store.connection
      .db!.collection(moves.name)
      .find({ ...watchedRows(), on: { $gte: '2026-03-31' } })
      .explain('executionStats');

    expect(JSON.stringify(plan['queryPlanner'])).toContain('flowId_1_flowVersion_1_on_1');
    const { totalDocsExamined, nReturned } = plan['executionStats'];
    expect(totalDocsExamined).toBe(nReturned);
  });
});

const watchedRows = () => ({ flowId: watched.flowId, flowVersion: watched.version });
const sum = (rows: readonly { count: number }[]) =>
  rows.reduce((total, { count }) => total + count, 0);
