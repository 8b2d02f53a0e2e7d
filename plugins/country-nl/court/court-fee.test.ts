import { readFileSync } from 'node:fs';
import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { computeCourtFee, type CourtFeeQuestion } from './court-fee.ts';

const ask = (rest: Partial<CourtFeeQuestion>) =>
  computeCourtFee({
    court: 'kanton',
    claimCents: cents(50_000),
    claimant: 'legal-person',
    on: '2026-02-01',
    ...rest,
  });

describeWithShared('court fees', 'law/griffierechten.json', () => {
  type Rows = readonly [upTo: string | null, legal: number, person: number, low: number][];
  type Years = Readonly<Record<string, { kanton: Rows; civil: Rows }>>;
  const years = JSON.parse(readFileSync(`${sharedDir()}law/griffierechten.json`, 'utf8')) as Years;
  const rows = ['2024', '2026'].flatMap((year) =>
    (['kanton', 'civil'] as const).flatMap((court) =>
      (years[year]?.[court] ?? []).map((row) => [year, court, row] as const),
    ),
  );

  it.each(rows)('of %s, %s, up to %j', (year, court, row) => {
    const [upTo, legal, person, low] = row;
    const euros = upTo === null ? 1_500_000 : Number(upTo);
    const claimCents = upTo === 'undetermined' ? null : cents(euros * 100);
    const fees = (['legal-person', 'person', 'low-income'] as const).map((claimant) =>
      ask({ court, claimCents, claimant, on: `${year}-06-30` }),
    );
    expect(fees).toEqual([legal, person, low].map((fee) => fee * 100));
  });
});

describe('a court fee', () => {
  it('jumps a cent above a limit', () => {
    expect([ask({}), ask({ claimCents: cents(50_001) })]).toEqual([13_900, 35_000]);
  });

  it('is not guessed for a year without a source', () => {
    expect(() => ask({ on: '2025-06-01' })).toThrow('no court fee for 2025-06-01');
    expect(() => ask({ court: 'civil', claimCents: null })).toThrow('no court fee');
  });
});
