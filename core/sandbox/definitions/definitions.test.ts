import { aClaim } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { checkNodeResult } from './check-node-result.ts';
import { hostCallsOf } from './host-calls.ts';
import { claimProjection } from './project-claim.ts';

describe('what a plugin sees of a claim', () => {
  it('is what it declared: fields, whole parts, and fields of each invoice', () => {
    const project = claimProjection(['openCents', 'debtor.name', 'invoices.number', 'creditor']);

    expect(project(aClaim({}))).toEqual({
      openCents: 12_500,
      debtor: { name: 'Jan Jansen' },
      invoices: [{ number: '2026-001' }],
      creditor: aClaim({}).creditor,
    });
  });

  it('is nothing when it declared nothing, or what is not there', () => {
    expect(claimProjection([])(aClaim({}))).toEqual({});
    expect(claimProjection(['constructor', '__proto__', 'debtor.toString'])(aClaim({}))).toEqual({
      debtor: {},
    });
  });
});

describe('the answer of a node', () => {
  const node = { id: 'guest.run', outcomes: { done: { en: 'Done' } } };

  it('keeps what is declared and leaves out the rest', () => {
    const given = { outcome: 'done', because: { code: 'guest.said', extra: 1 }, ending: 'paid' };

    expect(checkNodeResult(node, given)).toEqual({
      outcome: 'done',
      because: { code: 'guest.said' },
    });
  });

  it.each([
    [null],
    [{}],
    [{ outcome: 'constructor' }],
    [{ outcome: 'done', output: { list: [1] } }],
    [{ outcome: 'done', output: { text: 'x'.repeat(2_000) } }],
    [{ outcome: 'done', because: { code: 'a', params: { deep: {} } } }],
  ])('is refused when it is something else: %j', (given) => {
    expect(() => checkNodeResult(node, given)).toThrow('guest.run answers wrongly');
  });
});

describe('host calls', () => {
  const calls = hostCallsOf({ ports: { tasks: { create: async (task: unknown) => task } } });

  it('reach what is granted and nothing beside it', async () => {
    expect(await calls('ports.tasks.create', [{ title: 'x' }])).toEqual({ title: 'x' });
    for (const path of [
      'ports.tasks.constructor',
      'ports.mail.send',
      'tools.http.request',
      'x',
      '',
    ]) {
      await expect(calls(path, [])).rejects.toMatchObject({ code: 'HOST_CALL_REFUSED' });
    }
  });
});
