import { DAY_GROUPS, type DayGroup, type DebtorToday } from '../../api/dry-run.ts';

export type GroupCount = { readonly group: DayGroup; readonly count: number };
export type TodayFilter = {
  readonly group?: DayGroup | undefined;
  readonly search?: string | undefined;
};

/** How many debtors stand in each group that there is. */
export function countGroups(debtors: readonly DebtorToday[]): readonly GroupCount[] {
  return DAY_GROUPS.map((group) => ({
    group,
    count: debtors.filter((one) => one.group === group).length,
  })).filter(({ count }) => count > 0);
}

/** The debtors of a group whose name or number holds what was typed; the weightiest first. */
export function chooseDebtors(
  debtors: readonly DebtorToday[],
  { group, search = '' }: TodayFilter,
): readonly DebtorToday[] {
  const typed = search.trim().toLowerCase();
  const isWanted = (one: DebtorToday) =>
    (!group || one.group === group) &&
    `${one.debtorName} ${one.debtorNumber}`.toLowerCase().includes(typed);
  const place = (one: DebtorToday) => DAY_GROUPS.indexOf(one.group);
  return debtors.filter(isWanted).sort((one, other) => place(one) - place(other));
}
