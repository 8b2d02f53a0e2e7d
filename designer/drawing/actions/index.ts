import type { DrawingAction } from './action.ts';
import { editActions } from './edit-actions.ts';
import { placeActions } from './place-actions.ts';

export * from './action.ts';
export { copiedText, cutAway, pasteText } from './clipboard.ts';
export { keyText, meantBy } from './keys.ts';

/** Everything that can be done to a drawing: bar, menu, palette (Ctrl+K) and keys all take it from here. */
export const DRAWING_ACTIONS: readonly DrawingAction[] = [...editActions, ...placeActions];
