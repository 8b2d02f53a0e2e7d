import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export type Part = 'palette' | 'canvas' | 'settings';

/** The parts of the drawing screen, and the way from one to another with the keyboard (F6). */
export function useParts() {
  const search = useRef<HTMLInputElement>(null);
  const [tab, setTab] = useState('settings');
  const goTo = useCallback((part: Part) => {
    if (part === 'palette') return search.current?.focus();
    if (part === 'canvas') return focusCanvas();
    // What was just chosen is shown first, and at once: the next key of a fast hand is meant for it.
    flushSync(() => setTab('settings'));
    const field = firstField();
    if (field) return field.focus();
    requestAnimationFrame(() => firstField()?.focus());
  }, []);
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const order: readonly Part[] = ['palette', 'canvas', 'settings'];
      const now = order.indexOf(partOf(document.activeElement));
      const next = order[(now + (event.shiftKey ? 2 : 1)) % order.length] ?? 'palette';
      goTo(next);
    };
    window.addEventListener('keydown', walk);
    return () => window.removeEventListener('keydown', walk);
  }, [goTo]);
  return { search, tab, setTab, goTo };
}

/** The step that is selected, else the first. */
function focusCanvas(): void {
  const node =
    document.querySelector<HTMLElement>('.react-flow__node.selected') ??
    document.querySelector<HTMLElement>('.react-flow__node');
  node?.focus();
}

const firstField = () =>
  document.querySelector<HTMLElement>('[data-part=side] [role=tabpanel] :is(input, textarea)');

function partOf(element: Element | null): Part {
  const name = element?.closest('[data-part]')?.getAttribute('data-part');
  return name === 'palette' || name === 'canvas' ? name : 'settings';
}
