import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { rounded } from '../bench.ts';

/** In the page, before anything else: when the first step is seen. */
const WATCH = `(() => {
  const look = () => {
    const node = document.querySelector('.react-flow__node');
    if (node && getComputedStyle(node).visibility === 'visible') window.shownAt = performance.now();
    else requestAnimationFrame(look);
  };
  look();
})()`;
/** In the page: the moment of each frame, from here on. */
const COUNT = `(() => {
  window.frames_ = [];
  const note = (at) => { window.frames_.push(at); requestAnimationFrame(note); };
  requestAnimationFrame(note);
})()`;

const DRAG_MS = 3_000;

export type Opened = { readonly page: Page; readonly openMs: number; readonly scriptKb: number };

/** Opens a page with an empty cache, until its flow is seen. */
export async function openPage(context: BrowserContext, address: string): Promise<Opened> {
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response);
  });
  await page.goto(address);
  await page.locator('.react-flow__node').first().waitFor();
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
  const openMs = Number(await page.evaluate('window.shownAt'));
  // Only now: the server runs in this very process, and would wait for the counting.
  const bodies = await Promise.all(scripts.map((response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  return { page, openMs: rounded(openMs), scriptKb: rounded(bytes / 1_000, 1) };
}

export type Dragged = { readonly framesPerSecond: number; readonly slowestMs: number };

/** Drags the step nearest to the middle of the canvas about for three seconds, once nothing loads any more. */
export async function dragStep(page: Page): Promise<Dragged> {
  const middle = (await page.evaluate(MIDDLE)) as { x: number; y: number };
  await page.waitForLoadState('networkidle');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 10, middle.y + 10);
  await page.evaluate(COUNT);
  const start = performance.now();
  for (let turn = 0; performance.now() - start < DRAG_MS; turn += 0.05) {
    await page.mouse.move(middle.x + 120 * Math.sin(turn), middle.y + 90 * Math.cos(turn * 1.3));
  }
  const frames = (await page.evaluate('window.frames_')) as number[];
  await page.mouse.up();
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1_000;
  const inOrder = [...gaps].sort((a, b) => a - b);
  return {
    framesPerSecond: rounded(gaps.length / seconds, 1),
    slowestMs: rounded(inOrder[Math.floor(inOrder.length * 0.99)] ?? 0, 1),
  };
}

const MIDDLE = `(() => {
  const canvas = document.querySelector('.react-flow').getBoundingClientRect();
  const [x, y] = [canvas.left + canvas.width / 2, canvas.top + canvas.height / 2];
  const boxes = [...document.querySelectorAll('.react-flow__node')].map((one) => {
    const box = one.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + Math.min(box.height / 3, 12) };
  });
  return boxes.sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];
})()`;
