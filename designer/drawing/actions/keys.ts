import type { DrawingAction, Key } from './action.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The action that this key means; none for what becomes a clipboard event. */
export function meantBy(
  pressed: Pressed,
  actions: readonly DrawingAction[],
): DrawingAction | undefined {
  return actions.find(({ keys }) => keys.some((key) => !key.isClipboard && isKey(pressed, key)));
}

function isKey(pressed: Pressed, { key, mod = false, shift = false }: Key): boolean {
  return (
    pressed.key.toLowerCase() === key &&
    (pressed.ctrlKey || pressed.metaKey) === mod &&
    pressed.shiftKey === shift &&
    !pressed.altKey
  );
}

const NAMES: Readonly<Record<string, string>> = { delete: 'Del', '/': '/' };

/** As it stands in menus: Ctrl+Shift+Z. Null when it has no key. */
export function keyText([first]: readonly Key[]): string | null {
  if (!first) return null;
  const { key, mod, shift } = first;
  const name = NAMES[key] ?? key.toUpperCase();
  return [mod && 'Ctrl', shift && 'Shift', name].filter(Boolean).join('+');
}
