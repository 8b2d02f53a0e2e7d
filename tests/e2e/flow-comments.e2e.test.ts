import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';

describeInBrowser('reading a flow on a phone and saying something of it', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows' });
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('reads it as a list and as a drawing, published and as a draft', async () => {
    await visit.show(390);
    await page.getByRole('link', { name: 'Neutraal' }).click();
    await page.getByRole('button', { name: /^Herinnering 1/ }).waitFor();
    expect(await page.locator('.react-flow__node').first().isVisible()).toBe(false);
    await visit.picture('read-flow-list', [390]);

    await page.getByText('Als tekening').click();
    await page.locator('.react-flow__node').first().waitFor();
    expect(await page.getByRole('button', { name: /^Herinnering 1/ }).count()).toBe(0);
    await visit.picture('read-flow-picture', [390]);

    await page.getByText('Concept', { exact: true }).click();
    await page.getByText('Dit is het concept').waitFor();
    expect(page.url()).toContain('show=draft');
    await page.getByRole('button', { name: /^Wacht tot.*vervaldatum \+ 14 dagen/ }).waitFor();
    await page.getByRole('button', { name: /^Herinnering 1.*Eerste herinnering/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Tekenen' }).isVisible()).toBe(false);
  });

  it('says something of a step, and it stands at that step in the drawing', async () => {
    await page.getByText('Als lijst').click();
    await page.getByRole('button', { name: /^Herinnering 2/ }).click();
    await page
      .getByRole('textbox', { name: 'Opmerking over Herinnering 2' })
      .fill('Is een week hier niet te kort?');
    await page.getByRole('button', { name: 'Plaatsen' }).first().click();
    await page.getByText('Is een week hier niet te kort?').waitFor();
    await page.getByText('· 1 opmerking').waitFor();
    await visit.picture('read-flow-comment', [390]);

    await visit.show(1440);
    await page.getByRole('link', { name: 'Tekenen' }).click();
    await page.getByRole('heading', { name: 'Neutraal tekenen' }).waitFor();
    const card = page.getByTestId('rf__node-reminder-2');
    await card.getByTitle('1 opmerking').waitFor();
    await card.getByText('Herinnering 2', { exact: true }).click();
    await page.getByRole('tab', { name: 'Opmerkingen (1)' }).click();
    await page.getByText('Is een week hier niet te kort?').waitFor();
    await visit.picture('draw-comment', [1440, 1024]);
  });

  /** Opens the drawing over a slow line, and clicks on a card while the reading still stands there. */
  async function openSlowly(slow: Visit['page'], id: string): Promise<void> {
    let arrive = () => {};
    const isThere = new Promise<void>((resolve) => (arrive = resolve));
    await slow.route(/\/DrawScreen-\w+\.js$/, async (route) => {
      await isThere;
      await route.continue();
    });
    await slow.goto(page.url().replace(/\/draw$/, ''));
    const read = slow.locator(`.react-flow__node-step[data-id="${id}"]`);
    await read.waitFor();
    await slow.getByRole('link', { name: 'Tekenen' }).click();
    await slow.waitForURL(/\/draw$/);
    await read.locator('header').click();
    arrive();
    await slow.locator(`.react-flow__node-drawn.selected[data-id="${id}"]`).waitFor();
  }

  it('shows a colleague at once what was said of the step they look at', async () => {
    const colleague = await page.context().newPage();
    await openSlowly(colleague, 'reminder-1');
    await colleague.getByRole('tab', { name: 'Opmerkingen (1)' }).click();
    await colleague.getByText('Nog geen opmerkingen.').waitFor();

    await page
      .getByTestId('rf__node-reminder-1')
      .getByText('Herinnering 1', { exact: true })
      .click();
    await page
      .getByRole('textbox', { name: 'Opmerking over Herinnering 1' })
      .fill('Meteen te zien?');
    await page.getByRole('button', { name: 'Plaatsen' }).click();

    await colleague.getByText('Meteen te zien?').waitFor();
    await colleague.getByRole('button', { name: 'Afgehandeld' }).click();
    await page.getByRole('tab', { name: 'Opmerkingen (1)' }).waitFor();
    await page.getByText('Meteen te zien?').waitFor({ state: 'hidden' });
    await colleague.close();
    await page
      .getByTestId('rf__node-reminder-2')
      .getByText('Herinnering 2', { exact: true })
      .click();
  });

  it('settles it with a name, and can look back at it', async () => {
    await page.getByRole('button', { name: 'Afgehandeld' }).click();
    await page.getByRole('tab', { name: 'Opmerkingen (0)' }).waitFor();
    await page.getByRole('button', { name: 'Toon 1 afgehandelde opmerking' }).click();
    await page.getByText('Afgehandeld door Marieke de Boer').waitFor();
    expect(visit.trouble).toEqual([]);
  });

  it('says on a phone that drawing takes more room, and leads to the draft', async () => {
    await visit.show(390);
    await page.getByRole('link', { name: 'Lees het concept' }).click();
    await page.getByText('Dit is het concept').waitFor();
  });
});
