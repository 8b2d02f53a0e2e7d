import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isWebBuilt } from './web-world.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const AXE_SOURCE = readFileSync(AXE, 'utf8');
const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // What is right is counted, not described one by one; that is most of the work.
  resultTypes: ['violations'],
};

/** A browser beside other work on a small machine takes its time; nothing here measures it. */
const SLOW_MS = 240_000;
export const PATIENCE_MS = 30_000;

/** A suite that needs a browser and the built pages: without them it is skipped visibly. */
export function describeInBrowser(name: string, suite: () => void): void {
  const missing = [
    existsSync(CHROMIUM) ? null : `a browser at ${CHROMIUM}`,
    isWebBuilt() ? null : 'designer/dist, made by `npm start`',
  ].filter((one) => one !== null);
  if (missing.length === 0) {
    describe(name, { timeout: SLOW_MS }, suite);
  } else if (process.env['INNING_REQUIRE_ALL']) {
    describe(name, () => {
      it(`needs ${missing.join(' and ')}`, () => {
        throw new Error(`${missing.join(' and ')} is not there`);
      });
    });
  } else {
    describe.skip(`${name} (needs ${missing.join(' and ')})`, () => {
      it('is left out', () => undefined);
    });
  }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

type Credentials = { readonly email: string; readonly password: string };

/** Signs in at the door, in Dutch. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.getByRole('button', { name: 'Inloggen' }).click(),
  ]);
  if (await keepCookie(page, await response.headerValue('set-cookie'))) await page.reload();
}

/** Opens a page as somebody who signed in before: without the door, which has stories of its own. */
export async function openSignedIn(page: Page, url: string, who: Credentials): Promise<void> {
  const session = new URL('/api/session', url).href;
  const answer = await page.request.post(session, { data: who });
  expect(answer.ok()).toBe(true);
  await keepCookie(page, answer.headers()['set-cookie'] ?? null, url);
  await page.goto(url);
}

/**
 * The clock of the server stands on the day of the story, so the browser takes its cookie for an old one;
 * it is handed over without its end.
 */
async function keepCookie(page: Page, cookie: string | null, at = page.url()): Promise<boolean> {
  const [, name, value] = /^(\w+)=([^;]+)/.exec(cookie ?? '') ?? [];
  if (!name || !value) return false;
  await page.context().addCookies([{ name, value, url: new URL(at).origin }]);
  return true;
}

/** Complaints of the page itself: errors in scripts, and whatever the content policy refused. */
export function listenForTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (line) => {
    // Nobody is signed in yet when the page opens; the browser calls that an error.
    const isExpected = /status of 401/.test(line.text());
    if (line.type() === 'error' && !isExpected) trouble.push(line.text());
  });
  return trouble;
}

/** What is half faded in has half its contrast: two frames for what begins, then whatever of it ends. */
const STANDS_STILL = `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  const moving = document.getAnimations().filter((one) => {
    const { endTime } = one.effect?.getComputedTiming() ?? {};
    return one.playState === 'running' && Number.isFinite(endTime);
  });
  await Promise.allSettled(moving.map((one) => one.finished));
})()`;

/** What is half scrolled under the head of a dialog is no small target: the middle of each side must show. */
const IS_WHOLE = `({ target }) => {
  const element = document.querySelector(target.join(' '));
  if (!element) return true;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [[x, top + 1], [x, bottom - 1], [left + 1, y], [right - 1, y]].every(([atX, atY]) =>
    element.contains(document.elementFromPoint(atX, atY)));
}`;

/**
 * Finds nothing serious against WCAG 2.2 AA on what is shown now, and nothing wider than the screen. What is
 * not ours may be left out, by its selector and with the reason beside it.
 */
export async function expectAccessible(page: Page, leftOut?: string): Promise<void> {
  await page.evaluate(STANDS_STILL);
  // Half a megabyte of rules: once for each page that is loaded.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE_SOURCE);
  const found = await page.evaluate(
    `axe.run(${leftOut ? JSON.stringify({ exclude: [leftOut] }) : 'document'}, ${JSON.stringify(AXE_OPTIONS)}).then(({ violations }) =>
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => ({ id, nodes: id === 'target-size' ? nodes.filter(${IS_WHOLE}) : nodes }))
        .filter(({ nodes }) => nodes.length > 0)
        .map(({ id, nodes }) => id + ': ' + nodes[0].target.join(' ')))`,
  );
  expect({ at: page.url(), found }).toEqual({ at: page.url(), found: [] });
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect({ at: page.url(), overflow }).toEqual({ at: page.url(), overflow: 0 });
}
