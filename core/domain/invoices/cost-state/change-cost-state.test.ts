import type { CostState } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { changeCostState } from './change-cost-state.ts';

const invoice = (costState: CostState, announcedOn: string | null = null) => ({
  number: 'F1',
  costState,
  announcedOn,
});

describe('changeCostState', () => {
  it('announces first and makes claimable later, keeping both days', () => {
    expect(changeCostState(invoice('none'), 'announced', '2026-03-01').fields).toEqual({
      costState: 'announced',
      announcedOn: '2026-03-01',
      claimableOn: null,
    });
    expect(
      changeCostState(invoice('announced', '2026-03-01'), 'claimable', '2026-03-16').fields,
    ).toEqual({ costState: 'claimable', announcedOn: '2026-03-01', claimableOn: '2026-03-16' });
  });

  it('refuses claimable without announced', () => {
    expect(() => changeCostState(invoice('none'), 'claimable', '2026-03-01')).toThrow(
      'must be announced',
    );
  });

  it('goes back to announced with the day of the first announcement, or to nothing', () => {
    const claimable = invoice('claimable', '2026-03-01');

    expect(changeCostState(claimable, 'announced', '2026-04-01').fields.announcedOn).toBe(
      '2026-03-01',
    );
    expect(changeCostState(claimable, 'none', '2026-04-01').fields).toEqual({
      costState: 'none',
      announcedOn: null,
      claimableOn: null,
    });
  });

  it('says that nothing would change', () => {
    expect(() => changeCostState(invoice('none'), 'none', '2026-03-01')).toThrow('already');
  });
});
