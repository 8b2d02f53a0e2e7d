import type { Country } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { runScriptAction } from './run-script.action.ts';

const running = (run: (source: string) => Promise<unknown>) =>
  runScriptAction.run({
    config: { code: 'return claim.openCents > 100;' },
    claim: aClaim({}),
    today: '2026-03-30',
    anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
    country: {} as Country,
    scope: aScope,
    ports: { scripts: { run } },
    idempotencyKey: 'k',
    tools: fakeTools(),
  });
const returning = (value: unknown) => running(async () => value);

describe('a script node', () => {
  it.each([
    ['yes', 'yes', {}],
    [false, 'no', {}],
    [{ outcome: true, output: { share: 0.5 } }, 'yes', { share: 0.5 }],
  ])('takes the way that %j names', async (returned, outcome, output) => {
    expect(await returning(returned)).toMatchObject({ outcome, output });
  });

  it.each([[undefined], ['perhaps'], [{ outcome: 'yes', output: { list: [1] } }], [[]]])(
    'leaves by `failed` and says why when it returns %j',
    async (returned) => {
      const result = await returning(returned);

      expect(result).toMatchObject({ outcome: 'failed', because: { code: 'scripting.failed' } });
    },
  );

  it('leaves by `failed` when the script throws, and is tried again when the sandbox failed', async () => {
    const failing = (kind: string) =>
      running(async () => {
        throw Object.assign(new Error('no such field'), { details: { kind } });
      });

    expect(await failing('threw')).toMatchObject({
      outcome: 'failed',
      because: { params: { problem: 'no such field' } },
    });
    await expect(failing('crash')).rejects.toThrow('no such field');
  });
});
