import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { DrawnThing } from './to-drawn.ts';
import type { Drawing } from '../use-drawing.ts';

/**
 * What is picked up to be dragged counts as chosen once it is let go: bringing its settings onto the screen
 * meanwhile would make the drag stutter. A card shows at once that it is held.
 */
export function createChoosing(latest: { readonly current: Pick<Drawing, 'selected' | 'select'> }) {
  let next: readonly string[] | null = null;
  let isHeld = false;
  const settle = (): void => {
    isHeld = false;
    if (next) latest.current.select(next);
    next = null;
  };
  return {
    hear(changes: readonly NodeChange<DrawnThing>[]): void {
      next = pickedAfter(next ?? latest.current.selected, changes) ?? next;
      // A drag says so right after it chose, within the same event.
      if (next) queueMicrotask(() => isHeld || settle());
    },
    hold: (): void => void (isHeld = true),
    settle,
  };
}

/** What is selected after these changes; null when they say nothing about it. */
export function pickedAfter(
  selected: readonly string[],
  changes: readonly (NodeChange<DrawnThing> | EdgeChange)[],
): readonly string[] | null {
  const picks = changes.filter((one) => one.type === 'select');
  if (picks.length === 0) return null;
  const told = new Set(picks.map(({ id }) => id));
  const kept = selected.filter((id) => !told.has(id));
  return [...kept, ...picks.filter((one) => one.selected).map(({ id }) => id)];
}
