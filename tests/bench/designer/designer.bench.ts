import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { systemScope } from '../../../core/store/index.ts';
import { startThrowawayMongo } from '../../../core/store/embedded-mongo/start-throwaway-mongo.ts';
import { isWebBuilt, MARIEKE, openWebWorld, type WebWorld } from '../../e2e/web-world.ts';
import type { Bench, Figures } from '../bench.ts';
import { largeFlow } from './large-flow.ts';
import { serveFloor } from './serve-floor.ts';
import { type Dragged, dragStep, type Opened, openPage } from './watch-page.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const TODAY = '2026-03-02';

/**
 * Opens a large flow in a real browser with an empty cache, and drags a step of it about. The floor is
 * the same drawing as plain nodes on the same canvas, with nothing around it.
 */
export const designerBench: Bench = {
  size: 300,
  async run({ size, say }) {
    if (!isWebBuilt()) throw new Error('designer/dist is not there; `npm start` makes it');
    const mongo = await startThrowawayMongo();
    const world = await openWebWorld(mongo.uriOf('bench-designer'), TODAY);
    const floor = await serveFloor(largeFlow(size));
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    try {
      say(`opening and dragging ${size} steps…`);
      const path = await bringFlow(world, size);
      const signedIn = await signedInContext(browser, world);
      const own = await measure(signedIn, world.address + path);
      say('the same as plain nodes…');
      const plain = await measure(await browser.newContext(), floor.address);
      return { steps: size, ...named(own, ''), ...named(plain, 'floor') };
    } finally {
      await browser.close();
      floor.close();
      await world.close();
      await mongo.stop();
    }
  },
};

async function measure(context: BrowserContext, address: string): Promise<Opened & Dragged> {
  const opened = await openPage(context, address);
  const dragged = await dragStep(opened.page);
  await opened.page.close();
  return { ...opened, ...dragged };
}

function named({ openMs, framesPerSecond, slowestMs, scriptKb }: Opened & Dragged, prefix: string) {
  const figures: Figures = { openMs, framesPerSecond, slowestFrameMs: slowestMs, scriptKb };
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      prefix ? prefix + name.charAt(0).toUpperCase() + name.slice(1) : name,
      value,
    ]),
  );
}

async function bringFlow({ app }: WebWorld, size: number): Promise<string> {
  const scope = systemScope('a flow to measure with');
  const [shipped] = await app.flows.definitions.list(scope);
  if (!shipped) throw new Error('the world has no flows');
  const { agencyId } = shipped;
  const wanted = { agencyId, creditorId: null, slug: 'large', document: largeFlow(size) };
  const flow = await app.flows.definitions.create(scope, wanted);
  return `/flows/${flow._id.toHexString()}/draw`;
}

/** The clock of the world stands on its day, so the cookie is handed over without its end. */
async function signedInContext(browser: Browser, { address }: WebWorld): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post(`${address}/api/session`, { data: MARIEKE });
  const [, name, value] = /^(\w+)=([^;]+)/.exec(answer.headers()['set-cookie'] ?? '') ?? [];
  if (!name || !value) throw new Error(`nobody was let in: ${answer.status()}`);
  await context.addCookies([{ name, value, url: address }]);
  return context;
}
