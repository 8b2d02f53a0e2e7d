import type { Page } from 'playwright-core';

type Wish = { readonly seed: number; readonly count: number };
type Change = () => Promise<void>;

const WORDS = ['wacht', 'e-mail', 'maak actie', 'bellen'];
const FEWEST = 6;

/** Makes so many changes, drawn from the seed, with the keyboard. Returns how many steps there are then. */
export async function drawAtRandom(page: Page, { seed, count }: Wish): Promise<{ nodes: number }> {
  const draw = drawing(seed);
  const { keyboard } = page;
  const steps = page.locator('.react-flow__node-drawn');
  const lines = page.locator('.react-flow__edge');

  const pickStep = async () => {
    await steps.nth(draw(await steps.count())).focus();
    await keyboard.press('Enter');
  };
  const changes: readonly Change[] = [
    async () => {
      const search = page.getByRole('textbox', { name: 'Blok zoeken' });
      await search.fill(WORDS[draw(WORDS.length)] ?? '');
      await search.press('Enter');
    },
    async () => {
      await pickStep();
      await keyboard.press('Control+d');
    },
    async () => {
      if ((await steps.count()) < FEWEST) return changes[0]?.();
      await pickStep();
      await keyboard.press('Delete');
    },
    async () => {
      await pickStep();
      await keyboard.press(['ArrowRight', 'ArrowDown', 'ArrowLeft'][draw(3)] ?? 'ArrowUp');
    },
    async () => {
      await pickStep();
      await page.getByLabel('Naam van dit blok').fill(`Naam ${draw(1_000_000)}`);
    },
    async () => {
      await steps.first().focus();
      await keyboard.press('Control+Shift+m');
      await page.getByRole('textbox', { name: 'Tekst' }).fill(`Notitie ${draw(1_000_000)}`);
    },
    async () => {
      if ((await lines.count()) === 0) return changes[0]?.();
      await lines.nth(draw(await lines.count())).focus();
      await keyboard.press('Enter');
      await keyboard.press('Delete');
    },
  ];
  for (let number = 0; number < count; number += 1) await changes[draw(changes.length)]?.();
  return { nodes: await steps.count() };
}

/** Whole numbers below a limit, the same ones for the same seed. */
function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
