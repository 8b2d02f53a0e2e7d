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

/** What a fresh server and browser do for the first time is nobody's second visit: the first round is for them. */
const ROUNDS = 4;

/**
 * Opens a large flow in a real browser with an empty cache, and drags a step of it about; the middle one of
 * several rounds. The floor is the same drawing as plain nodes on the same canvas, with nothing around it.
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
      const path = await bringFlow(world, size);
      const [own, plain]: [Round[], Round[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        say(`opening and dragging ${size} steps…`);
        own.push(await measure(await signedInContext(browser, world), world.address + path));
        say('the same as plain nodes…');
        plain.push(await measure(await browser.newContext(), floor.address));
      }
      return { steps: size, ...named(middle(own), ''), ...named(middle(plain), 'floor') };
    } finally {
      await browser.close();
      floor.close();
      await world.close();
      await mongo.stop();
    }
  },
};

type Round = Omit<Opened, 'page'> & Dragged;

/** In a context of its own, which has nothing of the page yet. */
async function measure(context: BrowserContext, address: string): Promise<Round> {
  const { page, ...opened } = await openPage(context, address);
  const dragged = await dragStep(page);
  await context.close();
  return { ...opened, ...dragged };
}

/** Of each figure the middle one, without the first round. */
function middle([, ...rounds]: readonly Round[]): Round {
  const of = (name: keyof Round): number =>
    rounds.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  return {
    openMs: of('openMs'),
    scriptKb: of('scriptKb'),
    framesPerSecond: of('framesPerSecond'),
    slowestMs: of('slowestMs'),
  };
}

function named({ openMs, framesPerSecond, slowestMs, scriptKb }: Round, prefix: string) {
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
