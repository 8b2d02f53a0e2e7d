import type { Country } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { setCostStateAction } from './set-cost-state.action.ts';

async function run(state: 'announced' | 'claimable', invoiceCount: number) {
  const asked: string[] = [];
  const answer = (what: string) => async () => {
    asked.push(what);
    return { invoiceCount };
  };
  const result = await setCostStateAction.run({
    config: { state },
    claim: aClaim({}),
    today: '2026-03-30',
    anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
    country: {} as Country,
    scope: aScope,
    ports: { costs: { announce: answer('announce'), makeClaimable: answer('claimable') } },
    idempotencyKey: 'k',
    tools: fakeTools(),
  });
  return { result, asked };
}

describe('set cost state', () => {
  it.each([
    ['announced', 'announce'],
    ['claimable', 'claimable'],
  ] as const)('%s asks for just that, and tells on how many invoices', async (state, port) => {
    const { result, asked } = await run(state, 2);

    expect(asked).toEqual([port]);
    expect(result).toEqual({
      outcome: 'changed',
      because: { code: `collection-costs.${state}`, params: { invoiceCount: 2 } },
    });
  });

  it.each(['announced', 'claimable'] as const)(
    '%s changes nothing where there is nothing',
    async (state) => {
      expect((await run(state, 0)).result).toEqual({
        outcome: 'unchanged',
        because: { code: `collection-costs.none-${state}` },
      });
      expect(setCostStateAction.skippedOutcome).toBe('unchanged');
    },
  );
});
