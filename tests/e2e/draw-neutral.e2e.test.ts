import type { FlowDocument } from '@inning/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { type Hand, keyboardHand, mouseHand } from './drawing-hands.ts';
import { differences, fillIn, neutralFlow, OUTCOMES, titleOf } from './neutral-flow.ts';
import { openVisit, type Visit } from './visit.ts';

const SLOW = 300_000;

describeInBrowser('drawing the Neutral flow from an empty canvas', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows' });
    page = visit.page;
  });
  afterAll(() => visit?.close());

  const begin = async (name: string) => {
    await visit.go('/flows');
    await page.getByRole('button', { name: 'Nieuwe flow' }).click();
    await page.getByLabel('Naam van de flow').fill(name);
    await page.getByRole('button', { name: 'Aanmaken' }).click();
    await page.getByRole('heading', { name: `${name} tekenen` }).waitFor();
  };
  const saved = async (): Promise<FlowDocument> => {
    await page.getByText('Bewaard', { exact: true }).waitFor();
    const [, id] = /flows\/(\w+)\/draw/.exec(page.url()) ?? [];
    const answer = await page.request.get(`${visit.world.address}/api/flows/${id}/draft`);
    return (await answer.json()).document;
  };
  const { nodes, edges } = neutralFlow();
  const isAside = (id: string) => id.startsWith('task-');
  const usual = Object.entries(nodes).filter(([id]) => !isAside(id));
  const aside = Object.entries(nodes).filter(([id]) => isAside(id));

  /** Places and fills in those steps; returns the drawn ids by their shipped names. */
  async function placeAll(hand: Hand, drawn: Map<string, string>, column: number) {
    for (const [row, [id, node]] of usual.entries()) {
      drawn.set(id, await hand.place(titleOf(node), { x: column, y: 30 + row * 56 }));
      await fillIn(hand, node);
    }
  }
  const leadFrom = async (hand: Hand, from: string, drawn: ReadonlyMap<string, string>) => {
    for (const { outcome, to } of edges.filter((edge) => edge.from === from)) {
      const way = { id: outcome, name: OUTCOMES[outcome] ?? outcome };
      await hand.lead(drawn.get(from) ?? '', way, drawn.get(to) ?? '');
    }
  };
  const namesIn = (drawn: ReadonlyMap<string, string>) =>
    new Map([...drawn].map(([shipped, id]) => [id, shipped]));

  it(
    'with the mouse: the same steps, settings and lines as the shipped one',
    async () => {
      const hand = mouseHand(page);
      const drawn = new Map<string, string>();
      await begin('Met de muis');
      for (let count = 0; count < 6; count += 1) {
        await page.getByRole('button', { name: 'Uitzoomen' }).click();
      }
      await page.getByRole('button', { name: 'Overzichtskaart' }).click();
      await placeAll(hand, drawn, 170);
      for (const [id, node] of aside) {
        const row = usual.findIndex(([one]) => one === id.replace('task-', ''));
        drawn.set(id, await hand.place(titleOf(node), { x: 400, y: 30 + row * 56 }));
        await fillIn(hand, node);
      }
      for (const id of Object.keys(nodes)) await leadFrom(hand, id, drawn);

      expect(differences(await saved(), namesIn(drawn))).toEqual([]);
      await page.getByRole('tab', { name: 'Problemen (0)' }).waitFor();
      await visit.picture('draw-neutral', [1440, 1024]);
    },
    SLOW,
  );

  it('lays it out with the usual way straight down, as one step back', async () => {
    const before = await saved();
    await page.getByRole('button', { name: /Netjes neerzetten/ }).click();
    await page.getByRole('button', { name: 'Ongedaan maken: neerzetten' }).waitFor();
    const xs = Object.values((await saved()).nodes).map(({ position }) => position?.x);
    expect(xs.filter((x) => x === xs[0]).length).toBeGreaterThanOrEqual(usual.length);
    await visit.picture('draw-arranged', [1440]);
    await page.getByRole('button', { name: 'Ongedaan maken: neerzetten' }).click();
    expect((await saved()).nodes).toEqual(before.nodes);
  });

  it('shows what is broken at the step and in the list, blocks publishing, and mends it', async () => {
    const line = page.getByRole('group', { name: /^Lijn van Bellen, uitkomst Ingepland/ });
    await line.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await page.getByRole('tab', { name: 'Problemen (1)' }).click();
    const card = page.locator('.react-flow__node', { hasText: 'Bellen' });
    await card.getByLabel('Heeft problemen').waitFor();
    expect(await page.getByRole('button', { name: 'Publiceren' }).isDisabled()).toBe(true);
    await visit.picture('draw-broken', [1440]);

    await page.getByRole('button', { name: 'Naar het einde leiden' }).click();

    await page.getByText('Niets mis').waitFor();
    expect(await page.getByRole('button', { name: 'Publiceren' }).isEnabled()).toBe(true);
  });

  it(
    'with the keyboard alone: the same again',
    async () => {
      const hand = keyboardHand(page);
      const drawn = new Map<string, string>();
      await begin('Met het toetsenbord');
      await placeAll(hand, drawn, 0);
      for (const [id, node] of aside) {
        const mail = id.replace('task-', '');
        await hand.select(nodes[mail]?.label?.nl ?? '');
        drawn.set(id, await hand.place(titleOf(node), { x: 0, y: 0 }));
        await fillIn(hand, node);
        await leadFrom(hand, id, drawn);
        await hand.select(nodes[mail]?.label?.nl ?? '');
        await leadFrom(hand, mail, drawn);
      }
      await hand.select('Bellen');
      await leadFrom(hand, 'call', drawn);

      expect(differences(await saved(), namesIn(drawn))).toEqual([]);
      expect(visit.trouble).toEqual([]);
    },
    SLOW,
  );
});
