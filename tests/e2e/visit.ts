import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '@inning/sdk';
import type { Page } from 'playwright-core';
import {
  expectAccessible,
  listenForTrouble,
  openBrowser,
  openSignedIn,
  PATIENCE_MS,
} from './browser.ts';
import { MARIEKE, openWebWorld, type WebWorld, type WebWorldOptions } from './web-world.ts';

const PICTURES = fileURLToPath(new URL('../output/screens/', import.meta.url));
/** Desktop, tablet and phone. */
const HEIGHTS = { 1440: 900, 1024: 768, 390: 844 } as const;

export type Width = keyof typeof HEIGHTS;

/** Marieke, signed in, in Dutch, in front of the whole application. */
export type Visit = {
  readonly world: WebWorld;
  readonly page: Page;
  /** What the page or its content policy complained of so far. */
  readonly trouble: readonly string[];
  go(path: string): Promise<void>;
  /** Makes the window that wide. */
  show(width: Width): Promise<void>;
  /**
   * Shows the page at each width, finds nothing against WCAG 2.2 AA there, and keeps a picture
   * (`tests/output/screens/NAME-WIDTH.png`). The window is as wide as before afterwards.
   */
  picture(name: string, widths?: readonly Width[]): Promise<void>;
  close(): Promise<void>;
};

type Opening = WebWorldOptions & {
  /** The day of the story. */
  readonly on: CalendarDate;
  readonly path: string;
  /** What the world needs before somebody looks at it. */
  readonly prepare?: (world: WebWorld) => Promise<unknown>;
};

export async function openVisit(
  uri: string,
  { on, path, prepare, ...options }: Opening,
): Promise<Visit> {
  await mkdir(PICTURES, { recursive: true });
  const world = await openWebWorld(uri, on, options);
  await prepare?.(world);
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1440, height: HEIGHTS[1440] },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const trouble = listenForTrouble(page);
  const show = (width: Width) => page.setViewportSize({ width, height: HEIGHTS[width] });
  await openSignedIn(page, world.address + path, MARIEKE);
  await slowDown(page);
  return {
    world,
    page,
    trouble,
    show,
    async go(to) {
      await page.goto(world.address + to);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    async picture(name, widths = [1440, 1024, 390]) {
      const before = page.viewportSize();
      for (const width of widths) {
        await show(width);
        await expectAccessible(page);
        await page.screenshot({ path: `${PICTURES}${name}-${width}.png` });
      }
      if (before) await page.setViewportSize(before);
    },
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

/** As on a machine that is so many times slower: `INNING_SLOW_BROWSER=6`. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env['INNING_SLOW_BROWSER'] ?? 1);
  if (!(rate > 1)) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
