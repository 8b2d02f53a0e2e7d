import type { FlowDocument } from '@inning/sdk';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agencies } from '../../core/domain/agencies/index.ts';
import { systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { neutralFlow } from './neutral-flow.ts';
import { drawAtRandom } from './random-drawing.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

const SCOPE = systemScope('flows to draw in');
const SEED = 20_260_302;
const CHANGES = 50;
const MOST = 200;
const SLOW = 300_000;

/** Three steps under each other, with room between them. */
function shortFlow(): FlowDocument {
  const neutral = neutralFlow();
  const { start, end } = neutral.nodes;
  const mail = neutral.nodes['reminder-1'];
  const at = (y: number) => ({ position: { x: 0, y } });
  return {
    ...neutral,
    nodes: {
      start: { ...start!, ...at(0) },
      mail: { ...mail!, ...at(520) },
      end: { ...end!, ...at(840) },
    },
    edges: [
      { from: 'start', outcome: 'started', to: 'mail' },
      { from: 'mail', outcome: 'sent', to: 'end' },
    ],
  };
}

describeInBrowser('a drawing that is changed in every way', () => {
  const database = testDatabase();
  const ids: Record<string, string> = {};
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    const prepare = async ({ app }: WebWorld) => {
      const [agency] = await app.store.table(agencies).in(SCOPE).find();
      for (const slug of ['wild', 'lines', 'from', 'to', 'notes']) {
        const document = slug === 'wild' || slug === 'from' ? neutralFlow() : shortFlow();
        const news = { agencyId: agency!._id, creditorId: null, slug, document };
        const made = await app.flows.definitions.create(SCOPE, news);
        ids[slug] = made._id.toHexString();
      }
    };
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows', prepare });
    page = visit.page;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => visit?.close());

  const cards = () => page.locator('.react-flow__node');
  const open = async (slug: string) => {
    await visit.go(`/flows/${ids[slug]}/draw`);
    await cards().first().waitFor();
    await page.locator('.react-flow__controls-fitview').click();
  };
  const draft = async (slug: string): Promise<FlowDocument> => {
    const answer = await page.request.get(`${visit.world.address}/api/flows/${ids[slug]}/draft`);
    return (await answer.json()).document;
  };
  const ways = async (slug: string) =>
    (await draft(slug)).edges.map(({ from, outcome, to }) => `${from} ${outcome} ${to}`).toSorted();
  const pick = async (card: Locator) => {
    await card.focus();
    await page.keyboard.press('Enter');
  };
  const button = (name: RegExp) => page.getByRole('button', { name });
  /** Presses as long as there is something to take back, or to do again; returns how often. */
  const pressAll = async (key: string, name: RegExp): Promise<number> => {
    await page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } });
    let count = 0;
    for (; count < MOST && (await button(name).isEnabled()); count += 1)
      await page.keyboard.press(key);
    return count;
  };

  it(
    'takes fifty changes back to where it began, and does all of them again',
    async () => {
      await open('wild');
      const before = await draft('wild');
      const done = await drawAtRandom(page, { seed: SEED, count: CHANGES });
      await page.getByText('Bewaard', { exact: true }).waitFor();
      await expect
        .poll(async () => Object.keys((await draft('wild')).nodes).length)
        .toBe(done.nodes);
      const after = await draft('wild');
      expect(after).not.toEqual(before);

      const undone = await pressAll('Control+z', /^Ongedaan maken/);
      await expect.poll(() => draft('wild')).toEqual(before);
      expect(undone).toBeGreaterThanOrEqual(CHANGES);

      expect(await pressAll('Control+y', /^Opnieuw/)).toBe(undone);
      await expect.poll(() => draft('wild')).toEqual(after);
    },
    SLOW,
  );

  it('puts a step that is dropped on a line in between', async () => {
    await open('lines');
    const at = await page.evaluate(MIDDLE_OF_LINE('start started'));
    const pane = (await page.locator('.react-flow__pane').boundingBox())!;
    const { x, y } = at as { x: number; y: number };
    const type = page
      .getByRole('navigation', { name: 'Blokken' })
      .getByText('Wacht tot', { exact: true });
    await type.dragTo(page.locator('.react-flow__pane'), {
      targetPosition: { x: x - pane.x, y: y - pane.y },
      force: true,
    });

    await expect
      .poll(() => ways('lines'))
      .toEqual(['mail sent end', 'start started wait-until', 'wait-until reached mail']);
  });

  it('leads a line elsewhere with the mouse, and deletes one with the keyboard', async () => {
    await page.locator('.react-flow__controls-fitview').click();
    const line = page.locator('.react-flow__edge[data-id="wait-until reached"]');
    const grip = (await line.locator('.react-flow__edgeupdater-target').boundingBox())!;
    const end = page.locator('.react-flow__node[data-id="end"] .react-flow__handle.target');
    const to = (await end.boundingBox())!;
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y - 30, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await button(/^Ongedaan maken: lijn verleggen/).waitFor();
    await expect
      .poll(() => ways('lines'))
      .toEqual(['mail sent end', 'start started wait-until', 'wait-until reached end']);

    await pick(page.getByRole('group', { name: /^Lijn van .*, uitkomst Verstuurd/ }));
    await page.keyboard.press('Delete');
    await expect
      .poll(() => ways('lines'))
      .toEqual(['start started wait-until', 'wait-until reached end']);
    await visit.picture('draw-lines', [1440]);
  });

  it('chooses a step that is dragged once it is let go', async () => {
    const card = page.locator('.react-flow__node[data-id="end"]');
    const title = (await card.getByRole('heading').textContent()) ?? '';
    const settings = page.locator('[data-part="side"]').getByRole('heading', { name: title });
    const { x, y } = (await card.boundingBox())!;
    await page.mouse.move(x + 40, y + 12);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 40, { steps: 5 });

    await page.locator('.react-flow__node.selected[data-id="end"]').waitFor();
    expect(await settings.count()).toBe(0);
    await page.mouse.up();
    await settings.waitFor();
    await button(/^Ongedaan maken: verplaatsen/).waitFor();
  });

  it('carries steps with their lines to another flow over the clipboard', async () => {
    await open('from');
    await pick(cards().first());
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await open('to');
    await page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } });
    await page.keyboard.press('Control+v');
    const { nodes, edges } = neutralFlow();
    const sum = (more: object | readonly unknown[]) => Object.keys(more).length;

    await expect.poll(() => cards().count()).toBe(3 + sum(nodes));
    await expect.poll(async () => sum((await draft('to')).edges)).toBe(2 + edges.length);
    const pasted = Object.values((await draft('to')).nodes).map(({ type, config }) =>
      JSON.stringify({ type, config }),
    );
    for (const { type, config } of Object.values(nodes))
      expect(pasted).toContain(JSON.stringify({ type, config }));

    await page.keyboard.press('Control+z');
    await expect.poll(() => draft('to')).toEqual(shortFlow());
  });

  it('keeps a note for colleagues, and its later words', async () => {
    await open('notes');
    await page.keyboard.press('Control+Shift+m');
    await page.getByRole('textbox', { name: 'Tekst' }).fill('Eerst bellen?');
    const note = page.locator('.react-flow__node-note');
    await note.getByText('Eerst bellen?').waitFor();
    await pick(cards().first());
    await pick(note);
    await page.getByRole('textbox', { name: 'Tekst' }).fill('Eerst bellen, dan mailen');

    const words = async () =>
      Object.values((await draft('notes')).notes ?? {}).map((one) => one.text);
    await expect.poll(words).toEqual(['Eerst bellen, dan mailen']);
    await note.getByText('Eerst bellen, dan mailen').waitFor();
  });

  it('offers under the right mouse button what can be done there', async () => {
    const start = page.locator('.react-flow__node[data-id="start"]');
    await start.locator('header').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Instellen/ }).waitFor();
    await visit.picture('draw-menu', [1440]);
    await page.getByRole('menuitem', { name: /^Verdubbelen/ }).click();
    await expect.poll(async () => Object.keys((await draft('notes')).nodes)).toHaveLength(4);

    await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 8, y: 60 } });
    expect(await page.getByRole('menuitem', { name: /^Verdubbelen/ }).count()).toBe(0);
    await page.getByRole('menuitem', { name: /^Notitie toevoegen/ }).click();
    await expect.poll(() => page.locator('.react-flow__node-note').count()).toBe(2);
    expect(visit.trouble).toEqual([]);
  });
});

/** Where on the screen a line is half-way. */
const MIDDLE_OF_LINE = (id: string) => `(() => {
  const path = document.querySelector('.react-flow__edge[data-id="${id}"] path');
  const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
  const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
  return { x: at.x, y: at.y };
})()`;
