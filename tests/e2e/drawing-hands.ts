import type { Page } from 'playwright-core';

/** Somebody who draws: with the mouse, or with the keyboard alone. What is done is the same. */
export type Hand = {
  /** Puts a step behind what is selected, or anywhere, and leaves it selected. Returns its id. */
  place(title: string, at: { readonly x: number; readonly y: number }): Promise<string>;
  select(id: string): Promise<void>;
  /** Into the field of that name; counted from nought where there are more of them. */
  write(label: string, text: string, index?: number): Promise<void>;
  choose(label: string, option: RegExp): Promise<void>;
  press(button: string): Promise<void>;
  /** Leads an outcome of a step to another step. */
  lead(from: string, outcome: { id: string; name: string }, to: string): Promise<void>;
};

const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const selectedId = async (page: Page) =>
  (await page.locator('.react-flow__node.selected').getAttribute('data-id')) ?? '';

export const mouseHand = (page: Page): Hand => ({
  async place(title, targetPosition) {
    const type = page
      .getByRole('navigation', { name: 'Blokken' })
      .getByText(title, { exact: true });
    await type.dragTo(page.locator('.react-flow__pane'), { targetPosition });
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    return selectedId(page);
  },
  select: (id) => node(page, id).locator('header').click(),
  write: (label, text, index = 0) =>
    page.getByRole('textbox', { name: label, exact: true }).nth(index).fill(text),
  async choose(label, option) {
    await page.getByRole('combobox', { name: label, exact: true }).last().click();
    await page.getByRole('option', { name: option }).click();
  },
  press: (button) => page.getByRole('button', { name: button, exact: true }).click(),
  async lead(from, { id }, to) {
    const dot = node(page, from).locator(`.react-flow__handle.source[data-handleid="${id}"]`);
    await dot.dragTo(node(page, to).locator('.react-flow__handle.target'));
  },
});

/** The name of what has the focus, and the line a list stands at, as a screen reader tells them. */
const FOCUS = `(() => {
  const one = document.activeElement;
  const label = one?.labels?.[0]?.textContent ?? one?.getAttribute('aria-label');
  return (label ?? one?.textContent ?? '').replace(/[\\s*]+$/, '').trim();
})()`;
const LINE = `(() => {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  return (id && document.getElementById(id)?.textContent) ?? '';
})()`;
const MOST = 150;

export function keyboardHand(page: Page): Hand {
  const { keyboard } = page;
  const focus = async () => {
    await page.evaluate('new Promise((done) => setTimeout(done, 40))');
    return String(await page.evaluate(FOCUS));
  };
  const tabTo = async (name: string, key = 'Tab') => {
    for (let count = 0; count < MOST; count += 1) {
      await keyboard.press(key);
      const here = String(await page.evaluate(FOCUS));
      if (here === name || here.endsWith(`→ ${name}`)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  const goTo = async (name: string) => {
    for (let count = 0; count < 4; count += 1) {
      await keyboard.press('F6');
      if ((await focus()) === name) return;
    }
    throw new Error(`F6 does not lead to ${name}`);
  };
  const toField = async (label: string) => {
    await goTo(FIRST_FIELD);
    if (label !== FIRST_FIELD) await tabTo(label);
  };
  const choose = async (label: string, option: RegExp) => {
    await toField(label);
    for (let count = 0; count < MOST; count += 1) {
      await keyboard.press('ArrowDown');
      if (option.test(String(await page.evaluate(LINE)))) return keyboard.press('Enter');
    }
    throw new Error(`the list of ${label} has no ${option}`);
  };
  return {
    async place(title) {
      await goTo('Blok zoeken');
      await keyboard.type(title);
      await keyboard.press('Enter');
      await page.locator('.react-flow__node.selected', { hasText: title }).waitFor();
      return selectedId(page);
    },
    /** By its name in the outline. */
    async select(name) {
      await goTo(FIRST_FIELD);
      await tabTo('Instellingen', 'Shift+Tab');
      await keyboard.press('ArrowRight');
      await tabTo(name);
      await keyboard.press('Enter');
    },
    async write(label, text, index = 0) {
      await toField(label);
      for (let count = 0; count < index; count += 1) await tabTo(label);
      await keyboard.press('Control+a');
      await keyboard.type(text);
    },
    choose,
    async press(button) {
      await toField(button);
      await keyboard.press('Enter');
    },
    lead: (_, { name }, to) => choose(name, new RegExp(`\\(${to}\\)$`)),
  };
}

const FIRST_FIELD = 'Naam van dit blok';
