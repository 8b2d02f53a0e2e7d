import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { type CoveredStatement, findGaps } from './find-gaps.ts';

let counter = 0;
const statement = (
  closingOn: string,
  [opening, closing]: readonly [number | null, number | null],
  more: Partial<CoveredStatement> = {},
): CoveredStatement => ({
  id: `s${(counter += 1)}`,
  number: '',
  sequence: null,
  openingCents: opening === null ? null : cents(opening),
  openingOn: closingOn,
  closingCents: closing === null ? null : cents(closing),
  closingOn,
  totalCents: cents((closing ?? 0) - (opening ?? 0)),
  ...more,
});
const kinds = (...statements: CoveredStatement[]) =>
  findGaps(statements).map((gap) => `${gap.kind} ${gap.from} ${gap.until} ${gap.differenceCents}`);

describe('findGaps', () => {
  it('finds nothing where each statement begins where the one before ended', () => {
    expect(
      kinds(
        statement('2026-03-03', [200, 150]),
        statement('2026-03-02', [100, 200]),
        statement('2026-03-06', [150, 150]),
      ),
    ).toEqual([]);
  });

  it('says between which days how much is missing', () => {
    expect(kinds(statement('2026-03-02', [100, 200]), statement('2026-03-05', [350, 400]))).toEqual(
      ['missing 2026-03-02 2026-03-05 150'],
    );
  });

  it('sees days that are covered twice, but not the same days in another format', () => {
    const week = statement('2026-03-06', [100, 300], { openingOn: '2026-03-02' });
    const again = { ...week, id: 'other', sequence: '77' };
    const part = statement('2026-03-06', [250, 300], { openingOn: '2026-03-04' });

    expect(kinds(week, again)).toEqual([]);
    expect(kinds(week, part)).toEqual(['overlap 2026-03-06 2026-03-04 -50']);
  });

  it('counts the numbers that are missing where there are no balances, within a year', () => {
    const numbered = (day: string, sequence: string) => statement(day, [null, null], { sequence });
    expect(
      findGaps([numbered('2026-03-02', '00041'), numbered('2026-03-03', '00044')]),
    ).toMatchObject([{ kind: 'missing', missingNumbers: 2, differenceCents: null }]);
    expect(findGaps([numbered('2025-12-31', '250'), numbered('2026-01-02', '1')])).toEqual([]);
  });

  it('says which statement does not add up', () => {
    const wrong = statement('2026-03-02', [100, 200], { totalCents: cents(90) });
    expect(findGaps([wrong])).toMatchObject([
      { kind: 'unbalanced', statementId: wrong.id, differenceCents: 10 },
    ]);
  });
});
