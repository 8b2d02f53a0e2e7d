import type { KeyboardEvent } from 'react';

/**
 * Enter takes what is marked in an open list. Mantine keeps beside the mark a count of its own, and resets
 * that a moment after the list opened: who is faster than that would see a line marked, press Enter, and
 * have chosen nothing.
 */
export function chooseMarked(event: KeyboardEvent<HTMLInputElement>): void {
  const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
  const markedId = event.currentTarget.getAttribute('aria-activedescendant');
  if (!isEnter || markedId === null) return;
  const marked = document.getElementById(markedId);
  // Once more is typed the mark is gone.
  if (!marked?.hasAttribute('data-combobox-selected')) return;
  event.preventDefault();
  event.stopPropagation();
  marked.click();
}
