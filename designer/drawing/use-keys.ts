import { useEffect } from 'react';
import {
  copiedText,
  cutAway,
  type Desk,
  DRAWING_ACTIONS,
  meantBy,
  pasteText,
} from './actions/index.ts';

/**
 * Keys of the drawing: those of its actions, and the clipboard. In an input, a dialog or a menu they mean
 * what they always mean there.
 */
export function useKeys(desk: Desk): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      if (isAskingForSteps(event, desk)) {
        event.preventDefault();
        return desk.goTo('palette');
      }
      const action = meantBy(event, DRAWING_ACTIONS);
      if (!action?.isPossible(desk)) return;
      event.preventDefault();
      void action.run(desk);
    };
    const copy = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || desk.drawing.selected.length === 0) return;
      // Words that are marked on the page are copied as words.
      if (window.getSelection()?.isCollapsed === false) return;
      event.clipboardData?.setData('text/plain', copiedText(desk));
      event.preventDefault();
      if (event.type === 'cut') cutAway(desk);
    };
    const insert = (event: ClipboardEvent) => {
      if (isElsewhere(event.target)) return;
      event.preventDefault();
      pasteText(desk, event.clipboardData?.getData('text/plain') ?? '');
    };
    window.addEventListener('keydown', press);
    window.addEventListener('copy', copy);
    window.addEventListener('cut', copy);
    window.addEventListener('paste', insert);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('copy', copy);
      window.removeEventListener('cut', copy);
      window.removeEventListener('paste', insert);
    };
  }, [desk]);
}

/** Tab on the canvas with something chosen; with nothing chosen (Escape) it walks on as everywhere. */
function isAskingForSteps(event: KeyboardEvent, { drawing }: Desk): boolean {
  const isTab = event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && !event.altKey;
  const isOnCanvas =
    event.target instanceof Element && event.target.closest('.react-flow') !== null;
  return isTab && isOnCanvas && drawing.selected.length > 0;
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isTyping =
    target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
  return isTyping || target.closest('[role=dialog], [role=menu], .monaco-editor') !== null;
}
