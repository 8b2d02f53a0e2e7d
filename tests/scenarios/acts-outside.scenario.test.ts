import { type ActionDefinition, HttpUnavailableError, type NodeDefinition } from '@inning/sdk';
import { fakeTools } from '@inning/sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { afterDue, flowOf, mail, task } from './telling/flow-of.ts';
import { restartedWith } from './telling/restarted.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const MORNING = new Date('2026-09-15T08:00:00Z');

/** The task action, which now asks somebody outside before it makes its task. */
function asksOutside(definition: NodeDefinition | null): NodeDefinition | null {
  if (definition?.id !== 'tasks.create-task') return definition;
  const action = definition as ActionDefinition;
  return {
    ...action,
    async run(context) {
      const { idempotencyKey, tools } = context;
      const headers = { 'idempotency-key': idempotencyKey };
      await tools.http.request({ url: 'https://rating.example', headers });
      return action.run(context);
    },
  };
}

async function debtorInFlow(): Promise<Id> {
  const steps = { 'wait-1': afterDue(14), 'task-1': task('Look at it'), 'mail-1': mail() };
  await world.choose(await world.publish('asks-outside', flowOf(world, steps, { settings: {} })));
  const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  world.clock.moveTo(new Date('2026-09-02T08:00:00Z'));
  await world.flows.startDue(world.clock.now());
  return _id;
}

describe('a step that acts outside the platform', () => {
  it('is left out of a simulation, asks once when it is live, and is tried again with the same key', async () => {
    const debtorId = await debtorInFlow();
    let isAway = true;
    const tools = fakeTools({
      answer: () => {
        if (isAway) throw new HttpUnavailableError('Nobody answers at rating.example.');
        return { status: 200, headers: {}, body: '{}' };
      },
    });
    const scopes = new Set<string>();
    const flows = restartedWith(world, asksOutside, (pluginId, place) => {
      scopes.add(`${pluginId} ${place.administrationId.toHexString()}`);
      return tools;
    });

    const tried = await flows.simulate(world.scope, { debtorId, days: 20 });
    const lines = tried!.lines.filter(({ nodeId }) => /task|mail/.test(nodeId));
    expect(lines.map(({ nodeId, because }) => `${nodeId} ${because?.code}`)).toEqual([
      'task-1 flow.not-tried',
      'mail-1 reminders.sent',
    ]);
    expect(tools.requests).toEqual([]);

    world.clock.moveTo(MORNING);
    await flows.wake(MORNING);
    const [waiting] = await world.flowsOf(debtorId);
    expect(waiting).toMatchObject({ state: 'running', gate: 'retry', nodeId: 'task-1' });

    isAway = false;
    world.clock.moveTo(waiting!.wakeAt!);
    await flows.wake(world.clock.now());
    const keys = tools.requests.map(({ headers }) => headers?.['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(await told(world, debtorId)).toContain('2026-09-15 task-1 created');
    expect(scopes).toContain(`tasks ${waiting!.administrationId.toHexString()}`);
  });
});
