import type { Page } from 'playwright-core';

/** Looks for a step in the list of blocks and puts the first that is found. */
export async function insertStep(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Escape');
  const search = page.getByRole('textbox', { name: 'Blok zoeken' });
  await search.fill(words);
  await search.press('Enter');
}

/** The sentence on a card, counted from nought. */
export const textOfCard = (page: Page, step: number) =>
  page.locator('.react-flow__node').nth(step).locator('p').first().textContent();

/** What a screen reader calls what has the focus. */
export const focusedName = (page: Page) => page.locator(':focus').getAttribute('aria-label');
