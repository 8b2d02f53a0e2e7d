import type { Country } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { expect, it } from 'vitest';
import { pauseDebtorAction } from './pause-debtor.action.ts';

it('lets a debtor rest for so many days, today included', async () => {
  const asked: unknown[] = [];
  const ports = { debtor: { pause: async (...pause: unknown[]) => void asked.push(pause) } };
  const run = (days: number) =>
    pauseDebtorAction.run({
      config: { days, reason: 'holiday' },
      claim: aClaim({}),
      today: '2026-03-02',
      anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
      country: {} as Country,
      scope: aScope,
      ports,
      idempotencyKey: 'k',
      tools: fakeTools(),
    });

  expect(await run(7)).toMatchObject({ outcome: 'paused' });
  await run(1);

  expect(asked).toEqual([
    ['2026-03-08', 'holiday'],
    ['2026-03-02', 'holiday'],
  ]);
});
