import { useMemo } from 'react';
import { type OfferedAction, useOffer } from '../ui/offered-actions.ts';
import { type Desk, DRAWING_ACTIONS, keyText } from './actions/index.ts';
import { useActionLabel } from './use-action-label.ts';

/** Offers what can be done to the drawing now in the palette (Ctrl+K). */
export function useOfferedDrawing(desk: Desk): void {
  const labelOf = useActionLabel();
  const offered = useMemo(
    () =>
      DRAWING_ACTIONS.filter((action) => action.isPossible(desk)).map((action): OfferedAction => ({
        id: action.id,
        label: labelOf(action, desk),
        keys: keyText(action.keys),
        run: () => action.run(desk),
      })),
    [desk, labelOf],
  );
  useOffer(offered);
}
