import type { Country, NodePorts } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { createTaskAction } from './create-task.action.ts';
import { planCallAction } from './plan-call.action.ts';

function context<Config>(config: Config) {
  const made: unknown[] = [];
  const create: NodePorts['tasks']['create'] = async (task) => {
    made.push(task);
    return { taskId: 't1' };
  };
  const given = {
    config,
    claim: aClaim({}),
    today: '2026-03-30',
    anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
    country: {} as Country,
    scope: aScope,
    ports: { tasks: { create } },
    idempotencyKey: 'k',
    tools: fakeTools(),
  };
  return { given, made };
}

describe('create task', () => {
  it('puts it on the list, due today or some days later', async () => {
    const { given, made } = context({ title: 'Look', note: 'at this', dueInDays: 3 });

    expect(await createTaskAction.run(given)).toMatchObject({ outcome: 'created' });
    expect(made).toEqual([{ kind: 'to-do', title: 'Look', note: 'at this', dueOn: '2026-04-02' }]);
  });

  it('leaves an empty note out', async () => {
    const { given, made } = context({ title: 'Look' });

    await createTaskAction.run(given);

    expect(made).toEqual([{ kind: 'to-do', title: 'Look', dueOn: '2026-03-30' }]);
  });
});

describe('plan call', () => {
  it('is a contact by phone: a call for today, about what is overdue then', async () => {
    const { given, made } = context({ title: 'Call' });

    const result = await planCallAction.run(given);

    expect(planCallAction.contacts).toBe('phone');
    expect(made).toEqual([{ kind: 'call', title: 'Call', dueOn: '2026-03-30' }]);
    expect(result).toMatchObject({
      outcome: 'planned',
      because: { params: { overdueCents: 12_500 } },
    });
  });
});
