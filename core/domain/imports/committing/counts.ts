import type { ItemStatus } from '../import-item.model.ts';

export type Counts = Readonly<Record<ItemStatus, number>>;
export const NO_COUNTS: Counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };

export function countStatuses(items: readonly { readonly status: ItemStatus }[]): Counts {
  const counts = { ...NO_COUNTS };
  for (const { status } of items) counts[status] += 1;
  return counts;
}

export const addCounts = (a: Counts, b: Counts): Counts => ({
  new: a.new + b.new,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  refused: a.refused + b.refused,
});
