import { useEffect } from 'react';
import { fragmentOf, paste, readFragment, removeNodes } from '../document/index.ts';
import type { Drawing } from './use-drawing.ts';

const OFFSET = 40;

/** Keys of the drawing. In an input they mean what they always mean there. */
export function useKeys(drawing: Drawing, onPalette: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const action = actionOf(event, drawing, onPalette);
      if (!action) return;
      event.preventDefault();
      action();
    };
    const copy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || drawing.selected.length === 0) return;
      const fragment = fragmentOf(drawing.flow, drawing.selected);
      event.clipboardData?.setData('text/plain', JSON.stringify(fragment));
      event.preventDefault();
      if (event.type === 'cut') drawing.run(removeNodes(drawing.selected));
    };
    const insert = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const fragment = readFragment(event.clipboardData?.getData('text/plain') ?? '');
      if (fragment) drawing.run(paste(fragment, besides(drawing)));
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
  }, [drawing, onPalette]);
}

type Action = (() => unknown) | null;

function actionOf(event: KeyboardEvent, drawing: Drawing, onPalette: () => void): Action {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return commandOf(key, event.shiftKey, drawing);
  if (key === '/') return onPalette;
  const { selected, run } = drawing;
  const isRemoving = (key === 'delete' || key === 'backspace') && selected.length > 0;
  return isRemoving ? () => run(removeNodes(selected)) : null;
}

function commandOf(key: string, isShifted: boolean, drawing: Drawing): Action {
  if (key === 'z') return isShifted ? drawing.redo : drawing.undo;
  if (key === 'y') return drawing.redo;
  if (key !== 'd' || drawing.selected.length === 0) return null;
  const copied = fragmentOf(drawing.flow, drawing.selected);
  return () => drawing.run(paste(copied, besides(drawing), 'duplicate'));
}

/** A little beside what is selected, so that the copy is seen. */
function besides({ flow, selected }: Drawing) {
  const ids = selected.length > 0 ? selected : Object.keys(flow.nodes);
  const places = ids.flatMap((id) => flow.nodes[id]?.position ?? []);
  if (places.length === 0) return { x: OFFSET, y: OFFSET };
  return {
    x: Math.min(...places.map(({ x }) => x)) + OFFSET,
    y: Math.min(...places.map(({ y }) => y)) + OFFSET,
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
