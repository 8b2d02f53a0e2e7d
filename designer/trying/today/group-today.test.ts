import { describe, expect, it } from 'vitest';
import type { DayGroup, DebtorToday } from '../../api/dry-run.ts';
import { chooseDebtors, countGroups } from './group-today.ts';

const debtor = (debtorName: string, group: DayGroup) =>
  ({ debtorName, debtorNumber: `N-${debtorName}`, group }) as DebtorToday;
const all = [debtor('Ans', 'waits'), debtor('Bert', 'held'), debtor('Cor', 'sends')];
const names = (some: readonly DebtorToday[]) => some.map((one) => one.debtorName);

describe('what a day brings', () => {
  it('is counted by group, without those that are empty', () => {
    expect(countGroups([...all, debtor('Dirk', 'held')])).toEqual([
      { group: 'sends', count: 1 },
      { group: 'held', count: 2 },
      { group: 'waits', count: 1 },
    ]);
  });

  it('shows the weightiest first, and of a group only its own', () => {
    expect(names(chooseDebtors(all, {}))).toEqual(['Cor', 'Bert', 'Ans']);
    expect(names(chooseDebtors(all, { group: 'held' }))).toEqual(['Bert']);
  });

  it('finds by name or number, whatever the capitals', () => {
    expect(names(chooseDebtors(all, { search: ' bER' }))).toEqual(['Bert']);
    expect(names(chooseDebtors(all, { search: 'n-ans' }))).toEqual(['Ans']);
    expect(chooseDebtors(all, { search: 'nobody' })).toEqual([]);
  });
});
